package kith.setup;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kith.community.Role;
import kith.community.Told;
import kith.conversation.Wish;
import org.jspecify.annotations.Nullable;

/** A line of a community that moves in; docs/moving-in.md describes each field. */
sealed interface Moved {
    String key();

    /** Refuses the line where a field is missing or has a value that cannot be. */
    void check();

    int LONGEST_TITLE = 140;
    int LONGEST_BODY = 20_000;

    /** The words for the types of lines, in the order in which they come in. */
    List<String> TYPES = List.of("member", "topic", "post");

    static Moved read(String type, tools.jackson.databind.JsonNode tree) {
        var moved = switch (type) {
            case "member" -> Json.read(tree, Member.class);
            case "topic" -> Json.read(tree, Topic.class);
            case "post" -> Json.read(tree, Post.class);
            default -> throw new BadLine("“%s” is no type; there are member, topic and post".formatted(type));
        };
        moved.check();
        return moved;
    }

    /** Somebody from elsewhere. */
    record Member(
            String type,
            String key,
            String name,
            @Nullable String email,
            String joined,
            @Nullable String timezone,
            @Nullable String language,
            @Nullable String about,
            @Nullable String face,
            @Nullable String role,
            @Nullable String profession,
            @Nullable List<Answer> answers,
            @Nullable String last)
            implements Moved {
        @Override
        public void check() {
            Json.needed("key", key, 200);
            Json.needed("name", name, 200);
            Json.limited("about", about, 1_000);
            Json.limited("profession", profession, 60);
            instant("joined", joined);
            as();
            told();
        }

        List<Told> told() {
            return Objects.requireNonNullElse(answers, List.<Answer>of()).stream()
                    .map(Answer::told)
                    .toList();
        }

        Role as() {
            try {
                return role == null ? Role.MEMBER : Role.valueOf(role.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new BadLine("“%s” is no role".formatted(role));
            }
        }
    }

    /** What somebody answered to one of the pack's questions. */
    record Answer(
            String question,
            @Nullable List<String> choices,
            @Nullable String words,
            @Nullable String day,
            @Nullable Boolean shared) {
        Told told() {
            Json.needed("question", question, 60);
            var openly = Boolean.TRUE.equals(shared);
            if (day != null) {
                return Told.day(question, date(day), openly);
            }
            return choices == null
                    ? Told.words(question, Json.limited("words", words, 2_000), openly)
                    : Told.chosen(question, choices, openly);
        }

        private static LocalDate date(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new BadLine("“%s” is no day like 2026-11-21".formatted(text));
            }
        }
    }

    /** Somebody's thanks for what another said. */
    record Thanks(String by, String kind, String at) {
        private static final Set<String> KINDS = Stream.of(kith.conversation.Thanks.Kind.values())
                .map(kith.conversation.Thanks.Kind::word)
                .collect(Collectors.toUnmodifiableSet());

        void check() {
            Json.needed("by", by, 200);
            instant("at", at);
            if (!KINDS.contains(Objects.requireNonNullElse(kind, ""))) {
                throw new BadLine("“%s” is no kind of thanks".formatted(kind));
            }
        }
    }

    /** A picture beside the file, and what can be seen on it. */
    record Picture(String file, @Nullable String alt) {
        void check() {
            if (!Json.needed("file", file, 100).matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
                throw new BadLine("“%s” is no name of a file beside this one".formatted(file));
            }
            Json.limited("alt", alt, 1_000);
        }
    }

    /** A question with answers to choose from, and who chose what. */
    record Poll(
            String question,
            List<String> choices,
            @Nullable Boolean several,
            @Nullable Boolean shown,
            String closes,
            @Nullable List<Vote> votes) {
        void check() {
            Json.needed("question", question, 200);
            instant("closes", closes);
            if (choices == null || choices.size() < 2 || choices.size() > 10) {
                throw new BadLine("a poll has two to ten choices");
            }
            choices.forEach(choice -> Json.needed("choices", choice, 120));
            given().forEach(vote -> vote.check(choices.size()));
        }

        List<Vote> given() {
            return Objects.requireNonNullElse(votes, List.of());
        }
    }

    /** What one member chose: places from 0. */
    record Vote(String by, List<Integer> choices, String at) {
        void check(int most) {
            Json.needed("by", by, 200);
            instant("at", at);
            if (choices == null
                    || choices.isEmpty()
                    || choices.stream().anyMatch(n -> n == null || n < 0 || n >= most)) {
                throw new BadLine("a vote chooses what is not there");
            }
        }
    }

    /** A host asked a member by name to look into a topic. */
    record Ask(String by, String who, String at) {
        void check() {
            Json.needed("by", by, 200);
            Json.needed("who", who, 200);
            instant("at", at);
        }
    }

    /** What a topic and a post have in common. */
    sealed interface Saying extends Moved permits Topic, Post {
        String author();

        String body();

        String created();

        @Nullable
        String edited();

        @Nullable
        List<Thanks> thanks();

        @Nullable
        Boolean anonymous();

        @Nullable
        String note();

        @Nullable
        String language();

        @Nullable
        List<Picture> pictures();

        default List<Picture> hung() {
            return Objects.requireNonNullElse(pictures(), List.of());
        }

        default List<Thanks> thanked() {
            return Objects.requireNonNullElse(thanks(), List.of());
        }

        @Override
        default void check() {
            Json.needed("key", key(), 200);
            Json.needed("author", author(), 200);
            Json.needed("body", body(), LONGEST_BODY);
            instant("created", created());
            if (edited() != null) {
                instant("edited", edited());
            }
            thanked().forEach(Thanks::check);
            hung().forEach(Picture::check);
            Json.limited("note", note(), 200);
        }
    }

    /** A topic with the post that opens it. */
    record Topic(
            String type,
            String key,
            @Nullable String section,
            String author,
            String title,
            String body,
            String created,
            @Nullable String edited,
            @Nullable Boolean pinned,
            @Nullable Boolean closed,
            @Nullable List<Thanks> thanks,
            @Nullable Boolean anonymous,
            @Nullable String note,
            @Nullable String language,
            @Nullable List<Picture> pictures,
            @Nullable String wish,
            @Nullable Boolean thankful,
            @Nullable Poll poll,
            @Nullable List<Ask> asked)
            implements Saying {
        @Override
        public void check() {
            Saying.super.check();
            Json.needed("title", title, LONGEST_TITLE);
            if (wish != null && Wish.of(wish) == null) {
                throw new BadLine("“%s” is no kind of reply; there are ears, ideas and facts".formatted(wish));
            }
            if (poll != null) {
                poll.check();
            }
            asks().forEach(Ask::check);
        }

        List<Ask> asks() {
            return Objects.requireNonNullElse(asked, List.of());
        }
    }

    /** A reply in a topic. */
    record Post(
            String type,
            String key,
            String topic,
            String author,
            String body,
            String created,
            @Nullable String edited,
            @JsonProperty("reply_to") @Nullable String replyTo,
            @Nullable List<Thanks> thanks,
            @Nullable Boolean anonymous,
            @Nullable String note,
            @Nullable String language,
            @Nullable List<Picture> pictures,
            @Nullable Boolean helped)
            implements Saying {
        @Override
        public void check() {
            Saying.super.check();
            Json.needed("topic", topic, 200);
        }
    }

    static Instant instant(String field, @Nullable String text) {
        try {
            return Instant.parse(Json.needed(field, text, 60));
        } catch (DateTimeException e) {
            throw new BadLine("“%s” is no moment like 2026-11-21T20:11:00Z".formatted(field));
        }
    }
}
