package kith.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.community.PlacePacks;
import kith.page.NotHere;
import kith.page.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a topic's page together: its posts, their thanks, and the composer with what the reader had begun. */
@Component
class TopicPages {
    private final Posts posts;
    private final Thanks thanks;
    private final Drafts drafts;
    private final Voices voices;
    private final Helps helps;
    private final PlacePacks packs;
    private final Readings readings;
    private final Asks asks;
    private final List<PostFurther> further;
    private final List<TopicFurther> leads;
    private final Extra extra;

    TopicPages(
            Posts posts,
            Thanks thanks,
            Drafts drafts,
            Voices voices,
            Helps helps,
            PlacePacks packs,
            Readings readings,
            Asks asks,
            List<PostFurther> further,
            List<TopicFurther> leads,
            Extra extra) {
        this.posts = posts;
        this.thanks = thanks;
        this.drafts = drafts;
        this.voices = voices;
        this.helps = helps;
        this.packs = packs;
        this.readings = readings;
        this.asks = asks;
        this.further = further;
        this.leads = leads;
        this.extra = extra;
    }

    /**
     * The page with the reader's draft in its composer, and the quoted post under it; {@code unread} begins at what is new to them. What a page fetches by
     * itself, nobody has read yet.
     */
    TopicsController.TopicPage show(
            Topic topic, Window window, boolean unread, @Nullable PostId quoted, boolean byItself) {
        var key = DraftKey.reply(topic);
        var begun = drafts.begun(topic.place(), topic, key);
        var quote = Optional.ofNullable(quoted).flatMap(id -> posts.find(topic, id));
        var bookmark = topic.place().member() ? begun.bookmark() : Bookmark.NONE;
        var at = unread && bookmark.known() && topic.replies() >= Posts.PAGE / 2 ? new Window.Unread(bookmark) : window;
        var savedAt = begun.draft().map(Draft::savedAt).orElse(null);
        var composer = new Composer<>(form(begun, quote), Refusals.NONE, key, savedAt, begun.desk());
        return page(topic, at, bookmark, composer, begun.first(), byItself);
    }

    private static RepliesController.ReplyForm form(Begun begun, Optional<Post> quoted) {
        var body = begun.field("body");
        return new RepliesController.ReplyForm(
                quoted.map(Quote::of).map(quote -> quote.under(body)).orElse(body),
                begun.field("note"),
                begun.field("as"),
                "",
                begun.field("language"),
                quoted.map(post -> post.id().toString()).orElse(begun.field("answers")));
    }

    /** What lies ready for somebody who sent this form. */
    Desk desk(Topic topic, RepliesController.ReplyForm form) {
        return voices.desk(topic).as(form.as());
    }

    /** The page with what was just typed, and why it was not published: something refuses, or asks back. */
    TopicsController.TopicPage again(Topic topic, RepliesController.ReplyForm form, Refusals why, Desk desk) {
        var composer = new Composer<>(form, why, DraftKey.reply(topic), null, desk);
        return page(topic, new Window.Newest(), readings.of(topic), composer, false, false);
    }

    private TopicsController.TopicPage page(
            Topic topic,
            Window window,
            Bookmark bookmark,
            Composer<RepliesController.ReplyForm> composer,
            boolean first,
            boolean byItself) {
        var stretch = posts.in(topic, window);
        if (stretch.posts().isEmpty()) {
            throw new NotHere();
        }
        if (!byItself) {
            read(topic, stretch.posts().getLast(), bookmark);
        }
        return new TopicsController.TopicPage(
                topic,
                stretch,
                thanks.on(stretch.posts(), topic.place().viewer()),
                ways(topic, stretch),
                composer,
                packs.of(topic.place()),
                stretch.earlier() == null ? helps.in(topic) : List.of(),
                first,
                Following.of(topic, stretch, bookmark, posts.some(topic, Following.missing(stretch)), asks.in(topic)),
                extra.of(topic, stretch.posts(), composer),
                leads.stream().flatMap(each -> each.way(topic).stream()).toList());
    }

    /** The page is shown, so it counts as read; nothing is written where nothing on it is new. */
    private void read(Topic topic, Post last, Bookmark bookmark) {
        if (topic.place().member() && bookmark.before(last)) {
            readings.advance(last);
        }
    }

    private Map<PostId, List<PostFurther.Way>> ways(Topic topic, Stretch stretch) {
        var ways = new HashMap<PostId, List<PostFurther.Way>>();
        further.forEach(each -> ways.putAll(each.ways(topic.place(), stretch.posts())));
        return ways;
    }
}
