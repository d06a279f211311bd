package kith.conversation;

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
    private final PlacePacks packs;
    private final Extra extra;

    TopicPages(Posts posts, Thanks thanks, Drafts drafts, Voices voices, PlacePacks packs, Extra extra) {
        this.posts = posts;
        this.thanks = thanks;
        this.drafts = drafts;
        this.voices = voices;
        this.packs = packs;
        this.extra = extra;
    }

    /** The page with the reader's draft in its composer, and the quoted post under it. */
    TopicsController.TopicPage show(Topic topic, Window window, @Nullable PostId quoted) {
        var key = DraftKey.reply(topic);
        var begun = drafts.begun(topic.place(), topic, key);
        var body = begun.field("body");
        var quote =
                Optional.ofNullable(quoted).flatMap(id -> posts.find(topic, id)).map(Quote::of);
        return page(
                topic,
                window,
                new Composer<>(
                        new RepliesController.ReplyForm(
                                quote.map(q -> q.under(body)).orElse(body), begun.field("as"), ""),
                        Refusals.NONE,
                        key,
                        begun.draft().map(Draft::savedAt).orElse(null),
                        begun.desk()),
                begun.first());
    }

    /** What lies ready for somebody who sent this form. */
    Desk desk(Topic topic, RepliesController.ReplyForm form) {
        return voices.desk(topic).as(form.as());
    }

    /** The page with what was just typed, and why it was not published: something refuses, or asks back. */
    TopicsController.TopicPage again(Topic topic, RepliesController.ReplyForm form, Refusals why, Desk desk) {
        return page(topic, new Window.Newest(), new Composer<>(form, why, DraftKey.reply(topic), null, desk), false);
    }

    private TopicsController.TopicPage page(
            Topic topic, Window window, Composer<RepliesController.ReplyForm> composer, boolean first) {
        var stretch = posts.in(topic, window);
        if (stretch.posts().isEmpty()) {
            throw new NotHere();
        }
        return new TopicsController.TopicPage(
                topic,
                stretch,
                thanks.on(stretch.posts(), topic.place().viewer()),
                composer,
                packs.of(topic.place()),
                first,
                extra.of(topic, stretch.posts(), composer));
    }
}
