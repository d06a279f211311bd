package kith.practitioner;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import kith.community.CommunityId;
import kith.identity.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The practitioners of communities, as other modules ask for them. */
@Component
public class Practitioners {
    private final JdbcClient sql;

    Practitioners(JdbcClient sql) {
        this.sql = sql;
    }

    /** Everybody whose credential is valid at a moment, with what they take on; who gave longest first. */
    public List<Practitioner> inAsHouse(CommunityId community, Instant at) {
        return sql.sql(PractitionerRows.SELECT + """
                        where k.community_id = :community and k.ended_at is null and k.ends_at > :at
                        order by k.id""")
                .param("community", community.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> PractitionerRows.practitioner(row))
                .list();
    }

    /** The mark of somebody's latest credential; it is not current once that has run out or was ended. */
    public Optional<Mark> valid(MemberId who, CommunityId community, Instant at) {
        return sql.sql("""
                        select profession, checked_on, ended_at is null and ends_at > :at as current from practitioner.credential
                        where member_id = :who and community_id = :community order by ended_at is null desc, ends_at desc limit 1""")
                .param("who", who.value())
                .param("community", community.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Mark(
                        row.getString("profession"),
                        row.getObject("checked_on", LocalDate.class),
                        row.getBoolean("current")))
                .optional();
    }
}
