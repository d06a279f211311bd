package kith.moderation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.community.Place;
import kith.duty.Duty;
import kith.duty.DutyId;
import kith.duty.DutyKind;
import kith.duty.Promise;
import kith.duty.Risk;
import kith.identity.Card;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A report that waits for a host. */
@Component
class ReportDuty implements DutyKind {
    static final String KIND = "report";

    private final JdbcClient sql;

    ReportDuty(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "moderation.kind.report";
    }

    @Override
    public boolean serves(Place place) {
        return place.hosts();
    }

    /** Our guess (a): reading, thinking, and a few kind words. */
    @Override
    public int minutes() {
        return 5;
    }

    @Override
    public Optional<Promise> promise(Risk risk) {
        return Optional.of(
                switch (risk) {
                    case CRISIS -> Promise.CRISIS;
                    case RED -> Promise.RED;
                    case AMBER -> Promise.AMBER;
                    case ROUTINE, KIND -> Promise.REPORT;
                });
    }

    @Override
    public Map<DutyId, Row> rows(Place place, List<Duty> duties) {
        var byCase = duties.stream().collect(Collectors.toMap(ReportDuty::file, Function.identity(), (a, b) -> a));
        return sql
                .sql("""
                        select f.id, f.about, f.veil, f.veil_face, f.title, c.name as about_name, c.face as about_face, c.picture_id as about_picture,
                               (select min(array_position(array['WORRIED', 'DANGEROUS_ADVICE', 'UNKIND', 'PRIVATE', 'SELLING', 'OTHER'], r.reason))
                                from moderation.report r where r.case_id = f.id) as worst
                        from moderation.case f left join identity.card c on c.id = f.about
                        where f.id in (:files) and f.community_id = :community and f.about is distinct from :self""")
                .param("files", byCase.keySet())
                .param("community", place.community().id().value())
                .param("self", place.self().value())
                .query((row, n) -> Map.entry(
                        byCase.get(Rows.id(row, "id")),
                        new Row(
                                shown(row),
                                row.getString("title"),
                                Reason.values()[Math.max(1, row.getInt("worst")) - 1].key(),
                                place.path("cases") + "/" + Rows.id(row, "id"),
                                "moderation.case.look")))
                .list()
                .stream()
                .collect(Collectors.toMap(entry -> entry.getKey().id(), Map.Entry::getValue));
    }

    /** Without the id: a row is shown. */
    private static Card shown(ResultSet row) throws SQLException {
        var about = Rows.about(row);
        return Rows.veiled(row) ? new Card(null, about.name(), about.face(), null) : about;
    }

    /** The case that a duty's path leads to. */
    private static UUID file(Duty duty) {
        return UUID.fromString(duty.about().substring(duty.about().lastIndexOf('/') + 1));
    }
}
