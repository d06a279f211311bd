package kith.community;

import java.sql.Types;
import kith.audit.AuditLog;
import kith.identity.MemberId;
import kith.page.NotHere;
import kith.page.Refusal;
import kith.page.Refusals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is what in a community; only its managers change it, and never to nobody managing. */
@Component
class Roles {
    /** What a manager gives: a role, and for a practitioner the profession that the manager checked. */
    record Change(Role role, String profession) {}

    static final int LONGEST_PROFESSION = 80;

    private final JdbcClient sql;
    private final Memberships memberships;
    private final AuditLog audit;

    Roles(JdbcClient sql, Memberships memberships, AuditLog audit) {
        this.sql = sql;
        this.memberships = memberships;
        this.audit = audit;
    }

    @Transactional
    Refusals change(Place place, MemberId who, Change change) {
        if (!place.manages()) {
            throw new NotHere();
        }
        var refusals = refuse(place, who, change);
        if (!refusals.any()) {
            put(place, who, change);
        }
        return refusals;
    }

    private Refusals refuse(Place place, MemberId who, Change change) {
        if (change.role() == Role.PRACTITIONER && change.profession().isEmpty()) {
            return Refusals.of(Refusal.in("profession", "community.role.profession-needed"));
        }
        if (change.profession().length() > LONGEST_PROFESSION) {
            return Refusals.of(Refusal.in("profession", "community.role.profession-long", LONGEST_PROFESSION));
        }
        return change.role() != Role.MANAGER
                        && memberships.lastManager(place.community().id(), who)
                ? Refusals.of(Refusal.in("role", "community.role.last-manager"))
                : Refusals.NONE;
    }

    private void put(Place place, MemberId who, Change change) {
        var checked = change.role() == Role.PRACTITIONER;
        var changed = sql.sql("""
                        update community.membership
                        set role = :role, profession = :profession, checked_by = :by, checked_at = case when :checked then now() end
                        where community_id = :community and account_id = :who and left_at is null
                        """)
                .param("role", change.role().name())
                .param("profession", checked ? change.profession() : "")
                .param("by", checked ? place.self().value() : null, Types.OTHER)
                .param("checked", checked)
                .param("community", place.community().id().value())
                .param("who", who.value())
                .update();
        if (changed == 0) {
            throw new NotHere();
        }
        audit.note(
                place.self().value(),
                "role.given",
                "account " + who,
                change.role() + " in community " + place.community().id());
    }
}
