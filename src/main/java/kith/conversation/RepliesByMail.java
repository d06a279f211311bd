package kith.conversation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.springframework.context.ApplicationEventPublisher;
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
    private final PostPictures pictures;
    private final Accounts accounts;
    private final Limits limits;
    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RepliesByMail(
            Topics topics,
            Posts posts,
            Drafts drafts,
            TopicPages pages,
            Doubts doubts,
            PostPictures pictures,
            Accounts accounts,
            Limits limits,
            JdbcClient sql,
            ApplicationEventPublisher events,
            Clock clock) {
        this.topics = topics;
        this.posts = posts;
        this.drafts = drafts;
        this.pages = pages;
        this.doubts = doubts;
        this.pictures = pictures;
        this.accounts = accounts;
        this.limits = limits;
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Taken take(MemberId who, UUID thread, UUID about, Mailed mailed) {
        var viewer = viewer(who);
        var whole = new Mailed(Typed.text(mailed.text()).strip(), mailed.pictures());
        if (viewer.isEmpty() || whole.empty() || !topics.existsAsHouse(new TopicId(thread))) {
            return new Taken.Nothing();
        }
        try {
            return reply(topics.find(viewer.get(), new TopicId(thread)), whole);
        } catch (NotHere unseen) {
            var gone = new Waiting(viewer.get(), new DraftKey("reply:" + thread), "/drafts", whole);
            return kept(gone, "not-here");
        }
    }

    /** An answer that waits in the house as a draft, and what leads to it. */
    private record Waiting(Viewer viewer, DraftKey key, String path, Mailed mailed) {
        static Waiting in(Topic topic, Mailed mailed) {
            var key = DraftKey.reply(topic);
            return new Waiting(topic.place().viewer(), key, topic.mayReply() ? key.path() : "/drafts", mailed);
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

    private Taken reply(Topic topic, Mailed mailed) {
        var waiting = Waiting.in(topic, mailed);
        var desk = pages.desk(topic, new RepliesController.ReplyForm(mailed.text(), "", "", "", "", ""));
        if (desk.badge() != null && (desk.as() == As.UNDECIDED || desk.badge().both())) {
            return kept(waiting, "voice");
        }
        var speaking = desk.as().anonymous() ? Speaking.NAMED : desk.speaking();
        return switch (topic.reply(mailed.text(), Note.NONE, speaking, Rules.REPLY)) {
            case Outcome.Published<Reply> published ->
                asked(published.work(), mailed.text())
                        .map(why -> kept(waiting, why))
                        .orElseGet(() -> post(waiting, published.work()));
            case Outcome.Refused<Reply> refused ->
                kept(waiting, refused.why().all().getFirst());
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

    private Taken post(Waiting waiting, Reply reply) {
        try {
            limits.take(Limit.POST, waiting.viewer().member());
        } catch (TooMany often) {
            return kept(waiting, "too-many");
        }
        var drawn = pictures.draw(waiting.viewer(), waiting.mailed().pictures());
        var post = posts.add(reply);
        if (!drawn.pictures().isEmpty()) {
            pictures.attach(waiting.viewer(), post, drawn.pictures(), "");
            events.publishEvent(PicturesMailed.to(post, reply.topic(), clock.instant()));
        }
        return new Taken.Posted("/posts/" + post, drawn.refused());
    }

    private Taken kept(Waiting waiting, String why) {
        return kept(waiting, Refusal.in("", "conversation.mailed." + why));
    }

    /** Behind what they may have begun to write there. */
    private Taken kept(Waiting waiting, Refusal why) {
        var words = waiting.mailed().text();
        var begun = drafts.find(waiting.viewer(), waiting.key())
                .map(draft -> Objects.requireNonNullElse(draft.fields().get("body"), ""))
                .orElse("");
        var whole = begun.contains(words) ? begun : (begun + "\n\n" + words).strip();
        drafts.keep(
                waiting.viewer(),
                waiting.key(),
                Map.of("body", whole.substring(0, Math.min(whole.length(), LONGEST_DRAFT))));
        return new Taken.Kept(why, waiting.path(), pictures(waiting));
    }

    /** Lays the pictures beside the draft; says why not. */
    private List<Refusal> pictures(Waiting waiting) {
        var drawn = pictures.draw(waiting.viewer(), waiting.mailed().pictures());
        var full =
                drawn.pictures().stream().flatMap(one -> pictures.keep(waiting.viewer(), waiting.key(), one).stream());
        return Stream.concat(drawn.refused().stream(), full).distinct().toList();
    }
}
