package kith.advice;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import kith.community.Communities;
import kith.community.CommunityId;
import kith.community.Place;
import kith.community.Section;
import kith.duty.Duties;
import kith.duty.NewDuty;
import kith.duty.Risk;
import kith.identity.Card;
import kith.identity.Ids;
import kith.identity.Viewer;
import kith.page.NotHere;
import kith.practitioner.Mark;
import kith.practitioner.Practitioners;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The pieces of a community, for those who advise there or manage it, and for nobody else. */
@Component
class Pieces {
    /** A week to read it: nobody who is ill waits for it (our assumption). */
    private static final Duration TO_READ = Duration.ofDays(7);

    private static final int MOST = 200;
    private static final int OFFERED = 6;
    private static final int WORDS = 6;
    private static final TypeReference<List<Entry.Source>> SOURCES = new TypeReference<>() {};

    private static final String SELECT = """
            select p.*, s.slug as section_slug, s.name as section_name, c.id as who, c.name, c.face, c.picture_id,
                r.id as r_id, r.name as r_name, r.face as r_face, r.picture_id as r_picture,
                (select count(*)::int from advice.taking t where t.piece_id = p.id and t.sent_at is not null) as used,
                (select count(*)::int from advice.taking t join advice.question q on q.id = t.question_id
                 where t.piece_id = p.id and t.sent_at is not null and q.helped) as helped
            from advice.piece p join community.section_name s on s.id = p.section_id
            left join identity.card c on c.id = p.writer left join identity.card r on r.id = p.reviewer
            """;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Communities communities;
    private final Practitioners practitioners;
    private final SecondReaders readers;
    private final Duties duties;
    private final Clock clock;

    Pieces(
            JdbcClient sql,
            JsonMapper json,
            Communities communities,
            Practitioners practitioners,
            SecondReaders readers,
            Duties duties,
            Clock clock) {
        this.sql = sql;
        this.json = json;
        this.communities = communities;
        this.practitioners = practitioners;
        this.readers = readers;
        this.duties = duties;
        this.clock = clock;
    }

    Place place(Viewer viewer, String slug) {
        return seen(communities.find(viewer, slug));
    }

    private static Place seen(Place place) {
        if (!place.manages() && !Question.advises(place)) {
            throw new NotHere();
        }
        return place;
    }

    Piece find(Viewer viewer, UUID id) {
        var community = sql.sql("select community_id from advice.piece where id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .orElseThrow(NotHere::new);
        var place = seen(communities.find(viewer, new CommunityId(community)));
        return sql.sql(SELECT + "where p.id = :id")
                .param("id", id)
                .query((row, n) -> piece(place, row))
                .single();
    }

    /** All of a community: what waits for a reader first, then by subject. */
    List<Piece> of(Place place) {
        return sql.sql(SELECT
                        + "where p.community_id = :here order by p.state = 'OUT', s.name, p.title, p.id limit :most")
                .param("here", place.community().id().value())
                .param("most", MOST)
                .query((row, n) -> piece(place, row))
                .list();
    }

    /** Those that may be taken now and have every word somewhere; of the same subject first. */
    List<Piece> found(Place place, String section, String words) {
        var looked = Arrays.stream(words.toLowerCase(java.util.Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(WORDS)
                .toArray(String[]::new);
        return sql.sql(SELECT + """
                        where p.community_id = :here and p.state = 'OUT' and p.valid_until > :today
                          and not exists (select from unnest(cast(:words as text[])) w where position(w in lower(p.title || ' ' || p.body)) = 0)
                        order by s.slug <> :section, p.title, p.id limit :most""")
                .param("here", place.community().id().value())
                .param("today", LocalDate.now(clock))
                .param("words", looked)
                .param("section", section)
                .param("most", OFFERED)
                .query((row, n) -> piece(place, row))
                .list();
    }

    @Transactional
    UUID add(Place place, Section section, PieceForm form) {
        var id = Ids.next();
        sql.sql("""
                        insert into advice.piece (id, community_id, section_id, writer, profession, language, title, body, sources, valid_until, state, changed_at)
                        values (:id, :here, :section, :self, :profession, :language, :title, :body, :sources::jsonb, :until, 'OUT', :now)""")
                .param("id", id)
                .param("here", place.community().id().value())
                .param("section", section.id().value())
                .param("self", place.self().value())
                .param("profession", advising(place).profession())
                .param("language", form.language())
                .param("title", form.title())
                .param("body", form.words().body())
                .param("sources", json.writeValueAsString(form.words().given()))
                .param("until", form.words().validUntil())
                .param("now", clock.instant().atOffset(UTC))
                .update();
        read(place, id, 1);
        return id;
    }

    /** What it said is kept; the new words are read again before anybody can take them. */
    @Transactional
    void change(Piece piece, Section section, PieceForm form) {
        var place = piece.place();
        sql.sql("""
                        insert into advice.piece_version (piece_id, version, writer, title, body, sources, changed_at, reviewer, reviewed_at)
                        select id, version, writer, title, body, sources, changed_at, reviewer, reviewed_at from advice.piece where id = :id for update""").param("id", piece.id()).update();
        sql.sql("""
                        update advice.piece set version = version + 1, writer = :self, profession = :profession, section_id = :section, language = :language, title = :title,
                            body = :body, sources = :sources::jsonb, valid_until = :until, changed_at = :now, state = 'OUT', reviewer = null, reviewed_at = null
                        where id = :id""")
                .param("self", place.self().value())
                .param("profession", advising(place).profession())
                .param("section", section.id().value())
                .param("language", form.language())
                .param("title", form.title())
                .param("body", form.words().body())
                .param("sources", json.writeValueAsString(form.words().given()))
                .param("until", form.words().validUntil())
                .param("now", clock.instant().atOffset(UTC))
                .param("id", piece.id())
                .update();
        duties.withdraw(ReadingDuty.cause(piece.id(), piece.version()), "changed");
        duties.meet(ReviewDuty.cause(piece.id()), place.self(), piece.path());
        read(place, piece.id(), piece.version() + 1);
    }

    /** Where somebody else advises too, they owe it a second look; one who advises alone has nobody to ask. */
    private void read(Place place, UUID id, int version) {
        var now = clock.instant();
        if (!readers.any(place, now)) {
            return;
        }
        sql.sql("update advice.piece set state = 'READING' where id = :id")
                .param("id", id)
                .update();
        duties.open(new NewDuty(
                place.community().id(),
                ReadingDuty.KIND,
                ReadingDuty.cause(id, version),
                Risk.ROUTINE,
                place.self(),
                place.self(),
                "/piece/" + id,
                now,
                now.plus(TO_READ)));
    }

    /** A second practitioner lets it be used; never its writer, and only the version that they read. */
    @Transactional
    void release(Piece piece, int version) {
        var place = reads(piece);
        var changed = sql.sql("""
                        update advice.piece set state = 'OUT', reviewer = :self, reviewed_at = :now
                        where id = :id and version = :version and state = 'READING' and writer is distinct from :self""")
                .param("self", place.self().value())
                .param("now", clock.instant().atOffset(UTC))
                .param("id", piece.id())
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new NotHere();
        }
        duties.meet(ReadingDuty.cause(piece.id(), version), place.self(), piece.path());
    }

    @Transactional
    void comment(Piece piece, String words) {
        var place = reads(piece);
        sql.sql("""
                        insert into advice.piece_comment (id, piece_id, version, author, words, at) values (:id, :piece, :version, :self, :words, :now)""")
                .param("id", Ids.next())
                .param("piece", piece.id())
                .param("version", piece.version())
                .param("self", place.self().value())
                .param("words", words)
                .param("now", clock.instant().atOffset(UTC))
                .update();
    }

    private Place reads(Piece piece) {
        if (piece.own() || piece.out()) {
            throw new NotHere();
        }
        advising(piece.place());
        return piece.place();
    }

    /** Somebody who advises here looked today. */
    @Transactional
    void stillRight(Piece piece, LocalDate until) {
        advising(piece.place());
        sql.sql("update advice.piece set valid_until = :until where id = :id")
                .param("until", until)
                .param("id", piece.id())
                .update();
        duties.meet(ReviewDuty.cause(piece.id()), piece.place().self(), piece.path());
    }

    private Mark advising(Place place) {
        if (!Question.advises(place)) {
            throw new NotHere();
        }
        return practitioners
                .valid(place.self(), place.community().id(), clock.instant())
                .filter(Mark::current)
                .orElseThrow(NotHere::new);
    }

    List<Piece.Version> versions(Piece piece) {
        return sql.sql("""
                        select v.*, c.id as who, c.name, c.face, c.picture_id, r.id as r_id, r.name as r_name, r.face as r_face, r.picture_id as r_picture
                        from advice.piece_version v left join identity.card c on c.id = v.writer left join identity.card r on r.id = v.reviewer
                        where v.piece_id = :id order by v.version desc""")
                .param("id", piece.id())
                .query((row, n) -> new Piece.Version(
                        row.getInt("version"),
                        QuestionRows.card(row, "who"),
                        row.getString("title"),
                        row.getString("body"),
                        QuestionRows.instant(row, "changed_at"),
                        reviewer(row)))
                .list();
    }

    List<Piece.Comment> comments(Piece piece) {
        return sql.sql("""
                        select k.words, k.at, c.id as who, c.name, c.face, c.picture_id from advice.piece_comment k
                        left join identity.card c on c.id = k.author where k.piece_id = :id and k.version = :version and k.words <> '' order by k.at""")
                .param("id", piece.id())
                .param("version", piece.version())
                .query((row, n) -> new Piece.Comment(
                        QuestionRows.card(row, "who"), row.getString("words"), QuestionRows.instant(row, "at")))
                .list();
    }

    private Piece piece(Place place, ResultSet row) throws SQLException {
        var writer = row.getObject("writer", UUID.class);
        return new Piece(
                row.getObject("id", UUID.class),
                place,
                new Question.Section(row.getString("section_slug"), row.getString("section_name")),
                QuestionRows.card(row, "who"),
                place.self().value().equals(writer),
                row.getString("language"),
                row.getString("title"),
                row.getString("body"),
                json.readValue(row.getString("sources"), SOURCES),
                row.getObject("valid_until", LocalDate.class),
                row.getInt("version"),
                row.getString("state").equals("OUT"),
                QuestionRows.instant(row, "changed_at"),
                reviewer(row),
                QuestionRows.maybe(row, "reviewed_at"),
                row.getInt("used"),
                row.getInt("helped"));
    }

    private static Card reviewer(ResultSet row) throws SQLException {
        return Card.of(
                row.getObject("r_id", UUID.class),
                row.getString("r_name"),
                row.getString("r_face"),
                row.getObject("r_picture", UUID.class));
    }
}
