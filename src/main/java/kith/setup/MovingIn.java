package kith.setup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.community.Community;
import kith.community.HouseCommunities;
import kith.community.Section;
import kith.community.SectionId;
import kith.conversation.ArrivingTopic;
import kith.conversation.Lived;
import kith.conversation.Source;
import kith.conversation.Wish;
import kith.house.Terminal;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves a whole community in from a file: first its members, then its topics, then its posts, each in a pass of its own, so that the file is never held whole. */
@Component
class MovingIn {
    private static final int BATCH = 500;
    private final Newcomers newcomers;
    private final Sayings sayings;
    private final Lived lived;
    private final HouseCommunities communities;

    MovingIn(Newcomers newcomers, Sayings sayings, HouseCommunities communities, Lived lived) {
        this.lived = lived;
        this.newcomers = newcomers;
        this.sayings = sayings;
        this.communities = communities;
    }

    Tally run(Lines lines, Community community, Guests guests, Terminal terminal) {
        var move = new Move(lines, community, guests, terminal, new Tally(terminal));
        move.members();
        move.topics();
        move.posts();
        lived.rememberAsHouse(community, move.visits());
        return move.tally;
    }

    /** One community's moving day: what is known by key so far. */
    private final class Move {
        private final Lines lines;
        private final Community community;
        private final Guests guests;
        private final Terminal terminal;
        private final Tally tally;
        private final Map<String, MemberId> members = new HashMap<>();
        private final Map<String, Instant> last = new HashMap<>();
        private final Furnishings furnishings;
        private final Set<String> keys = new HashSet<>();
        private final Set<String> topics = new HashSet<>();
        private final Set<Long> refused = new HashSet<>();

        Move(Lines lines, Community community, Guests guests, Terminal terminal, Tally tally) {
            this.lines = lines;
            this.community = community;
            this.guests = guests;
            this.terminal = terminal;
            this.tally = tally;
            this.furnishings = new Furnishings(lines, guests, members);
        }

        /** When the members of a demonstration house were last here. */
        List<Lived.Visit> visits() {
            return last.entrySet().stream()
                    .flatMap(one -> Optional.ofNullable(members.get(one.getKey())).stream()
                            .map(who -> new Lived.Visit(who, one.getValue())))
                    .toList();
        }

        void members() {
            var batch = new ArrayList<Newcomers.Told>();
            each("member", "Members", (line, moved) -> {
                guests.at("joined", ((Moved.Member) moved).joined());
                var member = (Moved.Member) moved;
                if (guests.imagined() && member.last() != null) {
                    last.put(member.key(), guests.at("last", member.last()));
                }
                batch.add(new Newcomers.Told(line, (Moved.Member) moved));
                if (batch.size() == BATCH) {
                    newcomers.bring(community.id(), guests, batch, members, tally);
                    batch.clear();
                }
            });
            newcomers.bring(community.id(), guests, batch, members, tally);
        }

        void topics() {
            var sections = communities.sectionsAsHouse(community.id());
            var bySlug = sections.stream().collect(Collectors.toMap(Section::slug, Function.identity()));
            try (var crew = crew()) {
                each("topic", "Topics", (line, moved) -> {
                    var topic = (Moved.Topic) moved;
                    var section = section(topic.section(), bySlug, sections);
                    var ready = topic(topic, section.id(), "");
                    crew.add(
                            topic.key(),
                            new Sayings.Ready(
                                    line, ready, Sayings.thanks(topic, guests, members), furnishings.of(topic)));
                    topics.add(topic.key());
                });
            }
        }

        void posts() {
            try (var crew = crew()) {
                each("post", "Posts", (line, moved) -> {
                    var post = (Moved.Post) moved;
                    if (!topics.contains(post.topic())) {
                        throw new BadLine("there is no topic “%s” in this file".formatted(post.topic()));
                    }
                    if (post.replyTo() != null && !keys.contains(post.replyTo())) {
                        throw new BadLine(
                                "there is nothing called “%s” to answer in this file".formatted(post.replyTo()));
                    }
                    var ready = Sayings.post(post, guests, members);
                    crew.add(
                            post.topic(),
                            new Sayings.Ready(
                                    line, ready, Sayings.thanks(post, guests, members), furnishings.of(post)));
                });
            }
        }

        private Crew crew() {
            return new Crew(batch -> sayings.bring(community.id(), batch, tally), BATCH);
        }

        private ArrivingTopic topic(Moved.Topic topic, SectionId section, String note) {
            return new ArrivingTopic(
                    topic.key(),
                    section,
                    Sayings.member(topic.author(), members),
                    topic.title(),
                    note,
                    topic.body(),
                    guests.at("created", topic.created()),
                    guests.maybe("edited", topic.edited()),
                    Boolean.TRUE.equals(topic.pinned()),
                    Boolean.TRUE.equals(topic.closed()),
                    Source.OWN,
                    Sayings.manner(topic, false),
                    topic.wish() == null ? null : Wish.of(topic.wish()),
                    Boolean.TRUE.equals(topic.thankful()));
        }

        /** Goes through the lines of one type. The first pass reads every line whole, so that whatever is wrong in itself is said once. */
        private void each(String type, String what, Use use) {
            var first = keys.isEmpty();
            lines.each(line -> {
                if (!refused.contains(line.number())) {
                    read(line, type, first, use);
                }
                terminal.progress(what, line.read(), lines.length());
            });
        }

        private void read(Lines.Line line, String type, boolean first, Use use) {
            try {
                var tree = Json.tree(line.text());
                var own = tree.path("type").asString("");
                var moved = first || own.equals(type) ? Moved.read(own, tree) : null;
                if (first && moved != null && !keys.add(moved.key())) {
                    throw new BadLine("the key “%s” is used on an earlier line".formatted(moved.key()));
                }
                if (own.equals(type) && moved != null) {
                    use.take(line.number(), moved);
                }
            } catch (BadLine e) {
                refused.add(line.number());
                tally.refuse(line.number(), e.reason());
            }
        }
    }

    private interface Use {
        void take(long line, Moved moved);
    }

    /** The section that a topic names; where it names none, the first. */
    private static Section section(@Nullable String slug, Map<String, Section> bySlug, List<Section> all) {
        var section = slug == null && !all.isEmpty() ? all.getFirst() : bySlug.get(slug);
        if (section == null) {
            throw new BadLine(
                    "there is no section “%s” here; there are %s".formatted(slug, String.join(", ", bySlug.keySet())));
        }
        return section;
    }
}
