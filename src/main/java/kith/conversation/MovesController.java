package kith.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kith.community.InPlace;
import kith.community.Place;
import kith.community.Section;
import kith.community.Sections;
import kith.identity.Viewer;
import kith.page.Answer;
import kith.page.Audience;
import kith.page.For;
import kith.page.NotHere;
import kith.page.Page;
import kith.page.Refusal;
import kith.page.Refusals;
import kith.page.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Bringing a topic to another section, some of its posts to a topic of their own, or all of it into an earlier one, by who hosts there. */
@Controller
@For(Audience.MEMBERS)
class MovesController {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Topics topics;
    private final Posts posts;
    private final Sections sections;
    private final Moves moves;

    MovesController(Topics topics, Posts posts, Sections sections, Moves moves) {
        this.topics = topics;
        this.posts = posts;
        this.sections = sections;
        this.moves = moves;
    }

    /** What can be moved, and what was. */
    public record MovesPage(
            Topic topic, List<Section> sections, Stretch stretch, List<Move> moves, MoveForm form, Refusals refusals)
            implements Page, InPlace {
        @Override
        public Place place() {
            return topic.place();
        }

        @Override
        public int status() {
            return refusals.status();
        }

        /** The sections to choose from, by slug. */
        public Map<String, String> choices() {
            return sections.stream()
                    .collect(Collectors.toMap(Section::slug, Section::name, (a, b) -> a, LinkedHashMap::new));
        }

        public Refusals refusals(String kind) {
            return form.kind().equals(kind) ? refusals : Refusals.NONE;
        }
    }

    /** What is to be moved: {@code kind} is {@code section}, {@code merge} or {@code split}; {@code other} is the address of the topic to be brought together with. */
    public record MoveForm(String kind, String section, String other, String title, List<String> post, String rest) {
        public MoveForm {
            kind = Typed.line(kind);
            section = Typed.line(section);
            other = Typed.line(other);
            title = Typed.line(title);
            post = post == null ? List.of() : List.copyOf(post);
            rest = Typed.line(rest);
        }

        static MoveForm blank(Topic topic) {
            return new MoveForm("", topic.section().slug(), "", "", List.of(), "");
        }

        Split split() {
            return new Split(
                    post.stream()
                            .filter(id -> ID.matcher(id).matches())
                            .map(PostId::of)
                            .toList(),
                    !rest.isEmpty(),
                    title);
        }
    }

    @GetMapping("/topics/{id}/moves")
    Answer index(Viewer viewer, @PathVariable TopicId id, @RequestParam(required = false) @Nullable PostId after) {
        var topic = movable(viewer, id);
        return page(topic, MoveForm.blank(topic), after, Refusals.NONE);
    }

    @PostMapping("/topics/{id}/moves")
    Answer create(Viewer viewer, @PathVariable TopicId id, MoveForm form) {
        var topic = movable(viewer, id);
        return switch (form.kind()) {
            case "section" -> toSection(topic, form);
            case "merge" -> merge(topic, form);
            default -> split(topic, form);
        };
    }

    @PostMapping("/moves/{id}/removal")
    Answer destroy(Viewer viewer, @PathVariable UUID id) {
        return new SeeOther("/topics/" + moves.undo(viewer, id), "conversation.move.undone");
    }

    private Answer toSection(Topic topic, MoveForm form) {
        moves.toSection(topic, sections.find(topic.place(), form.section()));
        return new SeeOther(topic.path(), "conversation.move.done");
    }

    private Answer merge(Topic topic, MoveForm form) {
        var other = other(topic, form.other());
        if (other.isEmpty()) {
            return page(topic, form, null, Refusals.of(Refusal.in("other", "conversation.move.no-other")));
        }
        var earlier = other.get().openedAt().isAfter(topic.openedAt()) ? topic : other.get();
        moves.merge(earlier == topic ? other.get() : topic, earlier);
        return new SeeOther(earlier.path(), "conversation.move.done");
    }

    /** The topic of an address, where it is another of the same community. */
    private Optional<Topic> other(Topic topic, String address) {
        var ids = ID.matcher(address);
        try {
            return Optional.of(address)
                    .filter(a -> ids.find())
                    .map(a -> topics.find(topic.place().viewer(), TopicId.of(ids.group())))
                    .filter(found -> !found.id().equals(topic.id())
                            && found.place()
                                    .community()
                                    .id()
                                    .equals(topic.place().community().id()));
        } catch (NotHere unseen) {
            return Optional.empty();
        }
    }

    private Answer split(Topic topic, MoveForm form) {
        var split = form.split();
        var refusals = against(split);
        return refusals.any()
                ? page(topic, form, null, refusals)
                : new SeeOther("/topics/" + moves.split(topic, split), "conversation.move.done");
    }

    private static Refusals against(Split split) {
        var letters = split.title().codePointCount(0, split.title().length());
        return Refusals.gather(
                Optional.of(Refusal.in("post", "conversation.move.no-post"))
                        .filter(r -> split.posts().isEmpty()),
                Optional.of(Rule.TITLE_TOO_SHORT.refusal()).filter(r -> letters < Rule.SHORTEST_TITLE),
                Optional.of(Rule.TITLE_TOO_LONG.refusal()).filter(r -> letters > Rule.LONGEST_TITLE));
    }

    private MovesPage page(Topic topic, MoveForm form, @Nullable PostId after, Refusals refusals) {
        return new MovesPage(
                topic,
                sections.of(topic.place()),
                posts.in(topic, Window.of(after, null, null, false)),
                moves.of(topic),
                form,
                refusals);
    }

    private Topic movable(Viewer viewer, TopicId id) {
        var topic = topics.find(viewer, id);
        if (!topic.mayMove()) {
            throw new NotHere();
        }
        return topic;
    }
}
