package kith.moderation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kith.community.Place;
import kith.community.Role;
import kith.identity.Card;
import kith.page.NotHere;
import kith.page.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The cases of a community, for its hosts; what is about a host themselves is on no list of theirs. */
@Component
class Cases {
    private static final int PAGE = 20;
    private static final int MOST_REPORTS = 50;

    /** One person's worry in a case, as the hosts see it. */
    public record Worry(Card who, Reason reason, String words, Instant at) {}

    private final JdbcClient sql;

    Cases(JdbcClient sql) {
        this.sql = sql;
    }

    /** The open cases, the longest waiting first. */
    Slice<Case> open(Place place, String after) {
        return list(place, "f.decided_at is null and f.id > :from order by f.id", key(after, new UUID(0, 0)));
    }

    /** The decided ones, the newest first. */
    Slice<Case> decided(Place place, String after) {
        return list(
                place, "f.decided_at is not null and f.id < :from order by f.id desc", key(after, new UUID(-1, -1)));
    }

    Case find(Place place, UUID id) {
        return find(place, id, "");
    }

    /** The same, kept from changing under a decision. */
    Case findToDecide(Place place, UUID id) {
        return find(place, id, " for update of f");
    }

    private Case find(Place place, UUID id, String lock) {
        return sql.sql(Rows.CASE + "where f.id = :id and f.community_id = :community" + lock)
                .param("id", id)
                .param("community", hosted(place))
                .query((row, n) -> Rows.file(row))
                .optional()
                .orElseThrow(NotHere::new);
    }

    /** Whether a later case on the same thing is open. */
    boolean newer(Case file) {
        return sql.sql("""
                        select exists (select from moderation.case
                            where kind = :kind and subject_id = :subject and decided_at is null and id <> :id)""")
                .param("kind", file.kind())
                .param("subject", file.subject())
                .param("id", file.id())
                .query(Boolean.class)
                .single();
    }

    List<Worry> worries(Case file) {
        return sql.sql("""
                        select r.reporter_id, r.reason, r.words, r.at, c.name as by_name, c.face as by_face, c.picture_id as by_picture
                        from moderation.report r left join identity.card c on c.id = r.reporter_id
                        where r.case_id = :file order by r.id limit :most""")
                .param("file", file.id())
                .param("most", MOST_REPORTS)
                .query((row, n) -> new Worry(
                        Rows.card(row, "reporter_id", "by"),
                        Reason.valueOf(row.getString("reason")),
                        row.getString("words"),
                        Rows.instant(row, "at")))
                .list();
    }

    /** All decisions on a case, in their order. */
    List<Decision> history(Case file) {
        return sql.sql("""
                        select d.id as decision_id, d.kind as decision_kind, d.at as decision_at, d.until as decision_until, d.by as by_id,
                               c.name as by_name, c.face as by_face, c.picture_id as by_picture
                        from moderation.decision d left join identity.card c on c.id = d.by
                        where d.case_id = :file order by d.id limit 100""")
                .param("file", file.id())
                .query((row, n) -> Rows.decision(row))
                .list();
    }

    /** What the one whom a case is about is in its community. */
    Role role(Case file) {
        return file.about().id() == null
                ? Role.MEMBER
                : sql.sql("select role from community.belonging where community_id = :community and account_id = :who")
                        .param("community", file.community().value())
                        .param("who", file.about().id().value())
                        .query((row, n) -> Role.valueOf(row.getString("role")))
                        .optional()
                        .orElse(Role.MEMBER);
    }

    private Slice<Case> list(Place place, String where, UUID from) {
        var rows = sql.sql(Rows.CASE + "where f.community_id = :community and f.about is distinct from :self and "
                        + where + " limit :most")
                .param("community", hosted(place))
                .param("self", place.self().value())
                .param("from", from)
                .param("most", PAGE + 1)
                .query((row, n) -> Rows.file(row))
                .list();
        return Slice.of(rows, PAGE, file -> file.id().toString());
    }

    private static UUID key(String after, UUID first) {
        return after.isEmpty() ? first : Reportables.uuid(after).orElseThrow(NotHere::new);
    }

    private static UUID hosted(Place place) {
        if (!place.hosts()) {
            throw new NotHere();
        }
        return place.community().id().value();
    }
}
