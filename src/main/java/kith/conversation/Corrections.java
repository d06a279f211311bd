package kith.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.community.Place;
import kith.identity.Ids;
import kith.identity.Viewer;
import kith.page.NotHere;
import kith.practitioner.Practitioners;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was put right beside posts; whoever sees the post sees it. */
@Component
class Corrections {
    private static final String SELECT = """
            select x.*, p.topic_id, c.name, c.face, c.picture_id, b.role, b.profession, b.listed, false as anonymous,
                   k.profession as mark_profession, k.checked_on as mark_checked, k.current as mark_current
            from conversation.correction x
            join conversation.post p on p.id = x.post_id
            left join identity.card c on c.id = x.author_id
            left join community.belonging b on b.community_id = p.community_id and b.account_id = x.author_id
            left join practitioner.mark k on k.id = x.credential_id
            """;

    private final JdbcClient sql;
    private final Posts posts;
    private final Practitioners practitioners;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Corrections(
            JdbcClient sql, Posts posts, Practitioners practitioners, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.posts = posts;
        this.practitioners = practitioners;
        this.events = events;
        this.clock = clock;
    }

    /** What an earlier wording said. */
    public record Earlier(String words, Correction.Cited cited, Instant writtenAt) {}

    /** Those beside some posts, the oldest first. */
    Map<PostId, List<Correction>> on(List<Post> shown) {
        var seen = shown.stream()
                .filter(Post::standing)
                .collect(Collectors.toMap(post -> post.id().value(), p -> p));
        return seen.isEmpty()
                ? Map.of()
                : sql
                        .sql(SELECT + "where x.post_id in (:posts) and x.withdrawn_at is null order by x.id")
                        .param("posts", seen.keySet())
                        .query((row, n) -> read(shown.getFirst().topic().place().viewer(), row))
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(Correction::post));
    }

    /** A correction with the post beside which it stands. */
    public record Beside(Post post, Correction correction) {
        public boolean mine() {
            return correction.author().of(post.topic().place().viewer());
        }
    }

    Beside find(Viewer viewer, UUID id) {
        var found = sql.sql(SELECT + "where x.id = :id and x.withdrawn_at is null")
                .param("id", id)
                .query((row, n) -> read(viewer, row))
                .optional()
                .orElseThrow(NotHere::new);
        var post = posts.find(viewer, found.post());
        if (!post.standing()) {
            throw new NotHere();
        }
        return new Beside(post, found);
    }

    /** Whether this is theirs to put right: those who host, and who advises about this part of the community. */
    boolean mayCorrect(Post post) {
        var place = post.topic().place();
        return post.mayCorrect()
                && (place.hosts() || advises(place, post.topic().section().slug()));
    }

    private boolean advises(Place place, String section) {
        return practitioners.inAsHouse(place.community().id(), clock.instant()).stream()
                .anyMatch(one -> one.who().equals(place.self())
                        && (one.scope().isEmpty() || one.scope().contains(section)));
    }

    @Transactional
    UUID add(Post post, CorrectionForm form) {
        var id = Ids.next();
        var place = post.topic().place();
        sql.sql("""
                        insert into conversation.correction (id, post_id, author_id, credential_id, words, source_title, source_url, source_year, dangerous, made_at)
                        values (:id, :post, :author, (select m.id from practitioner.mark m
                            where m.member_id = :author and m.community_id = :community and m.current), :words, :title, :url, :year, :dangerous, :at)""")
                .param("id", id)
                .param("post", post.id().value())
                .param("author", place.self().value())
                .param("community", place.community().id().value())
                .param("words", form.words())
                .param("title", form.cited().title())
                .param("url", form.cited().url())
                .param("year", form.cited().year())
                .param("dangerous", form.harms())
                .param("at", now().atOffset(ZoneOffset.UTC))
                .update();
        sql.sql("update conversation.topic set furnished = true where id = :id and not furnished")
                .param("id", post.topic().id().value())
                .update();
        events.publishEvent(new PostCorrected(
                id, post.id(), post.topic().id(), place.community().id(), now()));
        events.publishEvent(PostTurned.of(post));
        return id;
    }

    /** New words for the same; the earlier ones stay readable. False where somebody changed it meanwhile. */
    @Transactional
    boolean edit(Beside beside, int version, CorrectionForm form) {
        var id = beside.correction().id();
        var kept = sql.sql("""
                        insert into conversation.correction_revision (correction_id, version, words, source_title, source_url, source_year, written_at)
                        select id, version, words, source_title, source_url, source_year, coalesce(edited_at, made_at)
                        from conversation.correction where id = :id and version = :version for update""").param("id", id).param("version", version).update();
        sql.sql("""
                        update conversation.correction set words = :words, source_title = :title, source_url = :url, source_year = :year,
                            dangerous = dangerous or :dangerous, version = version + 1, edited_at = :at
                        where id = :id and version = :version""")
                .param("words", form.words())
                .param("title", form.cited().title())
                .param("url", form.cited().url())
                .param("year", form.cited().year())
                .param("dangerous", form.harms())
                .param("at", now().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("version", version)
                .update();
        events.publishEvent(PostTurned.of(beside.post()));
        return kept == 1;
    }

    @Transactional
    void withdraw(Beside beside) {
        sql.sql("update conversation.correction set withdrawn_at = :at where id = :id and withdrawn_at is null")
                .param("at", now().atOffset(ZoneOffset.UTC))
                .param("id", beside.correction().id())
                .update();
        events.publishEvent(PostTurned.of(beside.post()));
    }

    List<Earlier> earlier(Correction correction) {
        return sql.sql(
                        "select * from conversation.correction_revision where correction_id = :id order by version desc limit 100")
                .param("id", correction.id())
                .query((row, n) ->
                        new Earlier(row.getString("words"), cited(row), TopicRows.instant(row, "written_at")))
                .list();
    }

    private static Correction read(Viewer viewer, ResultSet row) throws SQLException {
        return new Correction(
                row.getObject("id", UUID.class),
                new PostId(row.getObject("post_id", UUID.class)),
                TopicRows.voice(viewer, row),
                row.getString("words"),
                cited(row),
                row.getBoolean("dangerous"),
                TopicRows.instant(row, "made_at"),
                row.getInt("version"),
                TopicRows.maybe(row, "edited_at"));
    }

    private static Correction.Cited cited(ResultSet row) throws SQLException {
        return new Correction.Cited(
                row.getString("source_title"), row.getString("source_url"), row.getInt("source_year"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
