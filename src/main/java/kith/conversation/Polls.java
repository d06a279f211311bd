package kith.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.identity.Viewer;
import kith.page.NotHere;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The polls of topics. Who answered what is asked for oneself alone; a poll is closed when its time is over, and nobody needs to close it. */
@Component
class Polls {
    private final JdbcClient sql;
    private final Posts posts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Polls(JdbcClient sql, Posts posts, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.posts = posts;
        this.events = events;
        this.clock = clock;
    }

    /** The polls in posts that somebody was shown, by post. */
    Map<PostId, Poll> on(List<Post> shown, Viewer viewer) {
        var seen = shown.stream()
                .filter(post -> post.standing() || post.mine())
                .collect(Collectors.toMap(post -> post.id().value(), Function.identity()));
        return seen.isEmpty()
                ? Map.of()
                : sql
                        .sql("""
                                select p.*, b.choices as mine, c.labels, c.votes from conversation.poll p
                                left join conversation.ballot b on b.poll_id = p.id and b.member_id = :viewer
                                cross join lateral (
                                    select array_agg(label order by position) as labels, array_agg(votes order by position) as votes
                                    from conversation.poll_choice where poll_id = p.id) c
                                where p.post_id in (:posts)""")
                        .param("viewer", Topics.asking(viewer))
                        .param("posts", seen.keySet())
                        .query((row, n) ->
                                poll(Objects.requireNonNull(seen.get(row.getObject("post_id", UUID.class))), row))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(poll -> poll.post().id(), Function.identity()));
    }

    private Poll poll(Post post, ResultSet row) throws SQLException {
        var closesAt = TopicRows.instant(row, "closes_at");
        return new Poll(
                row.getObject("id", UUID.class),
                post,
                row.getString("question"),
                row.getBoolean("several"),
                row.getString("shown").equals("AFTER_VOTE"),
                closesAt,
                !clock.instant().isBefore(closesAt),
                row.getInt("voters"),
                choices((String[]) row.getArray("labels").getArray(), (Integer[])
                        row.getArray("votes").getArray()),
                mine(row));
    }

    private static List<Poll.Choice> choices(String[] labels, Integer[] votes) {
        var choices = new ArrayList<Poll.Choice>();
        for (var i = 0; i < labels.length; i++) {
            choices.add(new Poll.Choice(i, labels[i], votes[i]));
        }
        return choices;
    }

    private static Set<Integer> mine(ResultSet row) throws SQLException {
        var mine = row.getArray("mine");
        return mine == null ? Set.of() : new HashSet<>(List.of((Integer[]) mine.getArray()));
    }

    Poll find(Viewer viewer, UUID id) {
        var post = sql.sql("select post_id from conversation.poll where id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .orElseThrow(NotHere::new);
        var found = posts.find(viewer, new PostId(post));
        return java.util.Optional.ofNullable(on(List.of(found), viewer).get(found.id()))
                .orElseThrow(NotHere::new);
    }

    /** Puts a poll that nothing speaks against into a post. Inside the caller's transaction. */
    void add(Opening opening, PollForm form) {
        if (form.asked()) {
            var id = UUID.randomUUID();
            insert(id, opening, form);
            var choices = form.choices();
            for (var i = 0; i < choices.size(); i++) {
                choice(id, i, choices.get(i));
            }
            sql.sql("update conversation.topic set furnished = true where id = :id")
                    .param("id", opening.id().value())
                    .update();
        }
    }

    private void insert(UUID id, Opening opening, PollForm form) {
        var closesAt =
                Objects.requireNonNull(form.closesAt(opening.place().viewer().zone()));
        sql.sql("""
                        insert into conversation.poll (id, post_id, question, several, shown, closes_at)
                        values (:id, :post, :question, :several, :shown, :closes)""")
                .param("id", id)
                .param("post", opening.post().value())
                .param("question", form.question())
                .param("several", form.several())
                .param("shown", form.afterVote() ? "AFTER_VOTE" : "AT_CLOSE")
                .param("closes", closesAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void choice(UUID poll, int position, String label) {
        sql.sql("insert into conversation.poll_choice (poll_id, position, label) values (:poll, :position, :label)")
                .param("poll", poll)
                .param("position", position)
                .param("label", label)
                .update();
    }

    Instant now() {
        return clock.instant();
    }

    /** Keeps one answer for one member, the last one given, as long as the poll is open; false where it closed meanwhile. */
    @Transactional
    boolean vote(Poll poll, Viewer viewer, Set<Integer> choices) {
        var before = voters(poll);
        var taken = sql.sql("""
                        insert into conversation.ballot (poll_id, member_id, choices, cast_at)
                        select id, :member, string_to_array(:choices, ',')::int[], :now from conversation.poll
                        where id = :poll and closes_at > :now for update
                        on conflict (poll_id, member_id) do update set choices = excluded.choices, cast_at = excluded.cast_at""")
                        .param("member", viewer.member().value())
                        .param(
                                "choices",
                                choices.stream().sorted().map(String::valueOf).collect(Collectors.joining(",")))
                        .param("poll", poll.id())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        tell(poll, viewer, before);
        return taken;
    }

    /** Numbers that move while others watch would tell who just answered: they hear of every fifth answer, and where numbers wait for the close of none. */
    private void tell(Poll poll, Viewer viewer, int before) {
        var shown = poll.afterVote() && before / Poll.fewest() != voters(poll) / Poll.fewest();
        events.publishEvent(new PollAnswered(poll.id(), poll.post().topic().id(), viewer.member(), shown));
    }

    private int voters(Poll poll) {
        return sql.sql("select voters from conversation.poll where id = :id")
                .param("id", poll.id())
                .query(Integer.class)
                .single();
    }

    /** Takes one's own answer back. */
    @Transactional
    void remove(Poll poll, Viewer viewer) {
        var before = voters(poll);
        sql.sql("delete from conversation.ballot where poll_id = :poll and member_id = :member")
                .param("poll", poll.id())
                .param("member", viewer.member().value())
                .update();
        tell(poll, viewer, before);
    }
}
