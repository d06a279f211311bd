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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A credential that runs out soon, or has: a manager checks anew, or lets it be. */
@Component
class ExpiryDuty implements DutyKind {
    static final String KIND = "credential";

    private final JdbcClient sql;

    ExpiryDuty(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String title() {
        return "practitioner.kind.expiry";
    }

    @Override
    public boolean serves(Place place) {
        return place.manages();
    }

    /** Our guess (a): the register again, and the new date. */
    @Override
    public int minutes() {
        return 5;
    }

    @Override
    public Map<DutyId, Row> rows(Place place, List<Duty> duties) {
        var byId = duties.stream()
                .collect(Collectors.toMap(
                        duty -> UUID.fromString(
                                duty.about().substring(duty.about().lastIndexOf('/') + 1)),
                        Function.identity(),
                        (a, b) -> a));
        return sql
                .sql("""
                        select k.id, k.profession, k.member_id, c.name, c.face, c.picture_id from practitioner.credential k
                        join identity.card c on c.id = k.member_id
                        where k.id in (:ids) and k.community_id = :community and k.member_id <> :self""")
                .param("ids", byId.keySet())
                .param("community", place.community().id().value())
                .param("self", place.self().value())
                .query((row, n) -> Map.entry(
                        row.getObject("id", UUID.class),
                        new Row(
                                Applications.card(row, row.getObject("member_id", UUID.class)),
                                row.getString("profession"),
                                "practitioner.credential.why",
                                place.path("applications") + "/new?member=" + row.getObject("member_id", UUID.class),
                                "practitioner.duty.renew")))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        entry ->
                                Objects.requireNonNull(byId.get(entry.getKey())).id(),
                        Map.Entry::getValue));
    }
}
