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

    /** What a topic and a post have in common. */
    sealed interface Saying extends Moved permits Topic, Post {
        String author();

        String body();

        String created();

        @Nullable
        String edited();

        @Nullable
        List<Thanks> thanks();

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
            @Nullable List<Thanks> thanks)
            implements Saying {
        @Override
        public void check() {
            Saying.super.check();
            Json.needed("title", title, LONGEST_TITLE);
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
            @Nullable List<Thanks> thanks)
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
