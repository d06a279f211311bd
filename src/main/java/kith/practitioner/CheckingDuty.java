package kith.practitioner;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kith.community.Place;
import kith.duty.Duty;
import kith.duty.DutyId;
import kith.duty.DutyKind;
import kith.identity.Card;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An application that waits for somebody to make sure; never on the round of whom it is about. */
abstract class CheckingDuty implements DutyKind {
    private final JdbcClient sql;

    CheckingDuty(JdbcClient sql) {
        this.sql = sql;
    }

    /** Our guess (a): opening the register, comparing, writing down how. */
    @Override
    public int minutes() {
        return 10;
    }

    @Override
    public Map<DutyId, Row> rows(Place place, List<Duty> duties) {
        var byId = duties.stream().collect(Collectors.toMap(CheckingDuty::file, Function.identity(), (a, b) -> a));
        return sql
                .sql("""
                        select a.id, a.profession, a.member_id, c.name, c.face, c.picture_id from practitioner.application a
                        left join identity.card c on c.id = a.member_id
                        where a.id in (:ids) and a.community_id = :community and a.member_id is distinct from :self""")
                .param("ids", byId.keySet())
                .param("community", place.community().id().value())
                .param("self", place.self().value())
                .query((row, n) -> Map.entry(
                        row.getObject("id", UUID.class),
                        row(
                                Applications.card(row, row.getObject("member_id", UUID.class)),
                                row.getString("profession"),
                                place.path("applications") + "/" + row.getObject("id", UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        entry ->
                                Objects.requireNonNull(byId.get(entry.getKey())).id(),
                        Map.Entry::getValue));
    }

    private Row row(Card who, String profession, String path) {
        return new Row(who, profession, "practitioner." + kind() + ".why", path, "practitioner.duty.look");
    }

    /** The application that a duty's path leads to. */
    private static UUID file(Duty duty) {
        return UUID.fromString(duty.about().substring(duty.about().lastIndexOf('/') + 1));
    }
}
