package kith.conversation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import kith.community.Place;
import kith.identity.Accounts;
import org.springframework.stereotype.Component;

/**
 * What a writer is asked to look at once more before it is posted: what may give them away, and a name after a veil. Asked once: whoever says that they are
 * sure is not asked about the same again.
 */
@Component
class Doubts {
    /** More than this is no help any more. */
    private static final int MOST = 12;

    /** Parts of an address that are too short to be a name. */
    private static final int SHORTEST = 4;

    private final Accounts accounts;

    Doubts(Accounts accounts) {
        this.accounts = accounts;
    }

    List<Doubt> about(Topic topic, RepliesController.ReplyForm form, Desk desk) {
        var place = topic.place();
        return asked(
                form.sure(),
                Stream.of(afterVeil(desk), otherwise(desk), traces(place, desk.as(), "body", form.body()))
                        .flatMap(Function.identity()));
    }

    List<Doubt> about(Place place, TopicsController.TopicForm form, Desk desk) {
        return asked(
                form.sure(),
                Stream.concat(
                        traces(place, desk.as(), "title", form.title()),
                        traces(place, desk.as(), "body", form.body())));
    }

    List<Doubt> about(Place place, As as, String sure, Map<String, String> fields) {
        return asked(
                sure,
                fields.entrySet().stream()
                        .sorted(Map.Entry.<String, String>comparingByKey().reversed())
                        .flatMap(field -> traces(place, as, field.getKey(), field.getValue())));
    }

    List<Doubt> every(Place place, Map<String, String> fields) {
        var own = own(place, As.ANONYMOUS);
        return fields.entrySet().stream()
                .flatMap(field ->
                        Traces.in(
                                field.getKey(),
                                field.getValue(),
                                place.community().language(),
                                own)
                                .stream())
                .toList();
    }

    /** Of an edit only what was not there before: that is out already. */
    List<Doubt> about(Post post, PostsController.EditForm form) {
        var as = post.author().anonymous() ? As.ANONYMOUS : As.NAME;
        var place = post.topic().place();
        var before = traces(place, as, "body", post.body()).map(Doubt::sign).toList();
        return asked(
                form.sure(), traces(place, as, "body", form.body()).filter(doubt -> !before.contains(doubt.sign())));
    }

    private static List<Doubt> asked(String sure, Stream<Doubt> doubts) {
        return doubts.filter(doubt -> !doubt.seen(sure)).limit(MOST).toList();
    }

    /** Who spoke here anonymously and now does under their name lets others put the two together. */
    private static Stream<Doubt> afterVeil(Desk desk) {
        var guise = desk.guise();
        return guise == null || desk.as().anonymous()
                ? Stream.empty()
                : Stream.of(new Doubt("conversation.trace.after-veil", "as", "", guise.name(), ""));
    }

    /** Who spoke here as a practitioner and now does as themselves, or the other way round: never by accident. */
    private static Stream<Doubt> otherwise(Desk desk) {
        var badge = desk.badge();
        if (badge == null || badge.last() == null || desk.as().anonymous() || badge.last() == desk.as()) {
            return Stream.empty();
        }
        var key = desk.as().advises() ? "conversation.trace.after-self" : "conversation.trace.after-badge";
        return Stream.of(new Doubt(key, "as", "", badge.profession(), ""));
    }

    private Stream<Doubt> traces(Place place, As as, String field, String text) {
        return Traces.in(field, text, place.community().language(), own(place, as)).stream();
    }

    /** The name part of the writer's own address in its pieces, and where they speak anonymously the name that others here know. */
    private List<String> own(Place place, As as) {
        var known = place.viewer().card().name();
        var own = new ArrayList<String>();
        if (as.anonymous()) {
            own.add(known);
        }
        accounts.reachAsHouse(place.self()).map(reach -> reach.email().replaceFirst("@.*", "")).stream()
                .flatMap(part -> Arrays.stream(part.split("[^\\p{L}]+")))
                .filter(piece -> piece.length() >= SHORTEST)
                .filter(piece -> !known.toLowerCase(Locale.ROOT).contains(piece.toLowerCase(Locale.ROOT)))
                .forEach(own::add);
        return own;
    }
}
