package kith.conversation;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kith.identity.Accounts;
import kith.identity.Card;
import kith.identity.Limit;
import kith.identity.Limits;
import kith.identity.MemberId;
import kith.identity.Viewer;
import kith.notification.MailedReply;
import kith.notification.Taken;
import kith.page.NotHere;
import kith.page.Refusal;
import kith.page.TooMany;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Replies that members write by mail, held to the same rules as those written here. What may not be published becomes a draft, and so does everything in a
 * topic in which its writer has an anonymous voice, or in which they would be asked once more: a mail cannot ask.
 */
@Component
class RepliesByMail implements MailedReply {
    /** Ten posts of the longest kind: nothing that a person writes is cut. */
    private static final int LONGEST_DRAFT = 10 * Rule.LONGEST_BODY;

    private final Topics topics;
    private final Posts posts;
    private final Drafts drafts;
    private final TopicPages pages;
    private final Doubts doubts;
    private final Accounts accounts;
    private final Limits limits;
    private final JdbcClient sql;

    RepliesByMail(
            Topics topics,
            Posts posts,
            Drafts drafts,
            TopicPages pages,
            Doubts doubts,
            Accounts accounts,
            Limits limits,
            JdbcClient sql) {
        this.topics = topics;
        this.posts = posts;
        this.drafts = drafts;
        this.pages = pages;
        this.doubts = doubts;
        this.accounts = accounts;
        this.limits = limits;
        this.sql = sql;
    }

    @Override
    public Taken take(MemberId who, UUID thread, UUID about, String text) {
        var viewer = viewer(who);
        var words = Typed.text(text).strip();
        if (viewer.isEmpty() || words.isEmpty() || !topics.existsAsHouse(new TopicId(thread))) {
            return new Taken.Nothing();
        }
        try {
            return reply(topics.find(viewer.get(), new TopicId(thread)), words);
        } catch (NotHere unseen) {
            return kept(viewer.get(), new DraftKey("reply:" + thread), words, "/drafts", "not-here");
        }
    }

    /** A member as if they were asking themselves, but never as an operator. */
    private Optional<Viewer> viewer(MemberId who) {
        return accounts.reachAsHouse(who)
                .map(reach ->
                        new Viewer(who, reach.status(), false, card(who), reach.locale(), reach.zone(), null, null));
    }

    private Card card(MemberId who) {
        return sql.sql("select id, name, face, picture_id from identity.card where id = :id")
                .param("id", who.value())
                .query((row, n) -> Card.of(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("face"),
                        row.getObject("picture_id", UUID.class)))
                .optional()
                .orElse(Card.NOBODY);
    }

    private Taken reply(Topic topic, String words) {
        var key = DraftKey.reply(topic);
        var viewer = topic.place().viewer();
        return switch (topic.reply(words, Note.NONE, Speaking.NAMED, Rules.REPLY)) {
            case Outcome.Published<Reply> published ->
                asked(published.work(), words)
                        .map(why -> kept(viewer, key, words, key.path(), why))
                        .orElseGet(() -> post(viewer, published.work(), words));
            case Outcome.Refused<Reply> refused ->
                kept(
                        viewer,
                        key,
                        words,
                        topic.mayReply() ? key.path() : "/drafts",
                        refused.why().all().getFirst());
        };
    }

    /** What their writer would be asked about in the house before it is posted. */
    private Optional<String> asked(Reply reply, String words) {
        var form = new RepliesController.ReplyForm(words, "", "", "", "", "");
        var desk = pages.desk(reply.topic(), form);
        return desk.guise() != null || desk.as().anonymous()
                ? Optional.of("anonymous")
                : doubts.about(reply.topic(), form, desk).isEmpty() ? Optional.empty() : Optional.of("traces");
    }

    private Taken post(Viewer viewer, Reply reply, String words) {
        try {
            limits.take(Limit.POST, viewer.member());
        } catch (TooMany often) {
            var key = DraftKey.reply(reply.topic());
            return kept(viewer, key, words, key.path(), "too-many");
        }
        return new Taken.Posted("/posts/" + posts.add(reply));
    }

    private Taken kept(Viewer viewer, DraftKey key, String words, String path, String why) {
        return kept(viewer, key, words, path, Refusal.in("", "conversation.mailed." + why));
    }

    /** Behind what they may have begun to write there. */
    private Taken kept(Viewer viewer, DraftKey key, String words, String path, Refusal why) {
        var begun = drafts.find(viewer, key)
                .map(draft -> Objects.requireNonNullElse(draft.fields().get("body"), ""))
                .orElse("");
        var whole = begun.contains(words) ? begun : (begun + "\n\n" + words).strip();
        drafts.keep(viewer, key, Map.of("body", whole.substring(0, Math.min(whole.length(), LONGEST_DRAFT))));
        return new Taken.Kept(why, path);
    }
}
