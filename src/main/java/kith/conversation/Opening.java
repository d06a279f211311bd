package kith.conversation;

import java.time.Instant;
import java.util.List;
import kith.community.Place;
import kith.community.Section;
import kith.page.Markdown;
import kith.page.Words;

/** A new topic that no rule speaks against: what its first post says, and where it opens. */
record Opening(
        TopicId id,
        PostId post,
        Place place,
        Section section,
        As as,
        String title,
        String contentNote,
        String body,
        Words words) {
    static Outcome<Opening> of(
            Place place, List<Section> sections, Speaking speaking, TopicsController.TopicForm form, Rules rules) {
        var section =
                sections.stream().filter(s -> s.slug().equals(form.section())).findFirst();
        var wish = new Writing(place, speaking, false, section.isEmpty(), form.title(), form.body());
        return Outcome.of(
                rules.against(wish),
                () -> new Opening(
                        TopicId.next(),
                        PostId.next(),
                        place,
                        section.orElseThrow(),
                        speaking.as(),
                        form.title(),
                        form.note(),
                        form.body(),
                        Markdown.render(form.body())));
    }

    NewPost first() {
        return new NewPost(post, id, place.community().id(), place.self(), as, true, body, words);
    }

    TopicOpened opened(Instant at, boolean firstByAuthor) {
        return new TopicOpened(id, post, place.community().id(), section.id(), place.self(), at, firstByAuthor);
    }

    PostPublished published(Instant at) {
        return new PostPublished(post, id, place.community().id(), place.self(), at, true, false);
    }
}
