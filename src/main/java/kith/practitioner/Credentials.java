package kith.practitioner;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import kith.community.CommunityId;
import kith.community.Roles;
import kith.duty.Duties;
import kith.identity.Accounts;
import kith.identity.Ids;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The credentials of a house: given by a check, renewed by another, ended by a role or by leaving. */
@Component
class Credentials {
    private final JdbcClient sql;
    private final Registers registers;
    private final Roles roles;
    private final Duties duties;
    private final Accounts accounts;
    private final Clock clock;

    Credentials(JdbcClient sql, Registers registers, Roles roles, Duties duties, Accounts accounts, Clock clock) {
        this.sql = sql;
        this.registers = registers;
        this.roles = roles;
        this.duties = duties;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Who made sure, the second where the pack asked for one, and on which day. */
    record Checked(MemberId by, @Nullable MemberId confirmed, LocalDate on) {}

    /** The one that is not ended, though it may have run out. */
    Optional<Credential> ofAsHouse(CommunityId community, MemberId who) {
        return sql.sql(
                        "select * from practitioner.credential where community_id = :community and member_id = :who and ended_at is null")
                .param("community", community.value())
                .param("who", who.value())
                .query((row, n) -> read(row))
                .optional();
    }

    /** The same profession goes on under the same credential; another is another, and what was written under the first keeps it. */
    @Transactional
    void giveAsHouse(CommunityId community, MemberId who, Wanted wanted, Checked checked) {
        var known = ofAsHouse(community, who);
        known.ifPresent(old -> duties.meet(Expiries.cause(old), checked.by(), "renewed"));
        var same = known.filter(old -> old.wanted().profession().equals(wanted.profession()))
                .map(Credential::id);
        if (same.isEmpty()) {
            end(community, who);
        }
        put(same.orElseGet(Ids::next), community, who, wanted, checked);
        roles.adviseAsHouse(community, who, wanted.profession(), checked.by());
    }

    private void put(UUID id, CommunityId community, MemberId who, Wanted wanted, Checked checked) {
        sql.sql("""
                        insert into practitioner.credential (id, community_id, member_id, profession, register, number, jurisdiction, scope, sentence,
                            languages, checked_on, checked_by, confirmed_by, valid_until, ends_at)
                        values (:id, :community, :who, :profession, :register, :number, :jurisdiction, cast(:scope as text[]), :sentence,
                            cast(:languages as text[]), :on, :by, :confirmed, :until, :ends)
                        on conflict (id) do update set register = excluded.register, number = excluded.number, jurisdiction = excluded.jurisdiction,
                            scope = excluded.scope, sentence = excluded.sentence, languages = excluded.languages, checked_on = excluded.checked_on,
                            checked_by = excluded.checked_by, confirmed_by = excluded.confirmed_by, valid_until = excluded.valid_until,
                            ends_at = excluded.ends_at""")
                .param("id", id)
                .param("community", community.value())
                .param("who", who.value())
                .param("profession", wanted.profession())
                .param("register", wanted.register().id())
                .param("number", wanted.number())
                .param("jurisdiction", wanted.jurisdiction())
                .param("scope", PractitionerRows.array(wanted.scope()))
                .param("sentence", wanted.sentence())
                .param("languages", PractitionerRows.array(wanted.languages()))
                .param("on", checked.on())
                .param("by", checked.by().value())
                .param(
                        "confirmed",
                        checked.confirmed() == null ? null : checked.confirmed().value(),
                        Types.OTHER)
                .param("until", wanted.until())
                .param(
                        "ends",
                        wanted.until().plusDays(1).atStartOfDay(zone(who)).toOffsetDateTime())
                .update();
    }

    private ZoneId zone(MemberId who) {
        return accounts.reachAsHouse(who).map(Accounts.Reach::zone).orElse(ZoneOffset.UTC);
    }

    /** It counts no more from now on; what was written under it keeps its mark as of then. */
    @Transactional
    void end(CommunityId community, MemberId who) {
        ofAsHouse(community, who).ifPresent(old -> duties.withdraw(Expiries.cause(old), "ended"));
        sql.sql(
                        "update practitioner.credential set ended_at = :now where community_id = :community and member_id = :who and ended_at is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("community", community.value())
                .param("who", who.value())
                .update();
    }

    Credential read(ResultSet row) throws SQLException {
        return new Credential(
                row.getObject("id", UUID.class),
                new CommunityId(row.getObject("community_id", UUID.class)),
                new MemberId(row.getObject("member_id", UUID.class)),
                wanted(row, registers),
                row.getObject("checked_on", LocalDate.class),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getObject("ended_at") != null);
    }

    static Wanted wanted(ResultSet row, Registers registers) throws SQLException {
        return new Wanted(
                row.getString("profession"),
                registers.find(row.getString("register")).orElse(Register.OTHER),
                row.getString("number"),
                row.getString("jurisdiction"),
                PractitionerRows.words(row, "scope"),
                row.getString("sentence"),
                PractitionerRows.words(row, "languages"),
                row.getObject("valid_until", LocalDate.class));
    }
}
