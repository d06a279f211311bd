package kith.duty;

import java.util.List;
import java.util.Set;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.identity.Planter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Duties towards somebody, because of them, in their hands and done by them; a canary fits into their kind alone. */
class DutyPlanter implements Planter {
    private static final String VALUES =
            "values (:key, :key, :c || '/kind', 'report:member/' || :me || '/' || :key, 'KIND', '/x', now(), now() + interval '1 day', ";

    @Override
    public String module() {
        return "duty";
    }

    @Override
    public Set<String> wordless() {
        return Set.of("duty.duty.cause", "duty.telling.stage");
    }

    /** The kind, which is one of the house's words. */
    @Override
    public Set<String> stays() {
        return Set.of("duty.duty.kind");
    }

    @Override
    public void plant(JdbcClient owner, MemberId who, String canary) {
        for (var columns : List.of(
                "owed_to, barred) values (:me, null",
                "barred) values (:me",
                "holder, claim_until) values (:me, now()",
                "next) values (:me",
                "note, note_by) values (:c || '/note', :me",
                "ended_by, outcome, ended_at, act) values (:me, 'MET', now(), 'x'")) {
            owner.sql("insert into duty.duty (id, community_id, kind, cause, risk, about, opened_at, due_at, "
                            + columns.replace("values (", VALUES) + ")")
                    .param("key", Ids.next())
                    .param("me", who.value())
                    .param("c", canary)
                    .update();
        }
        owner.sql(
                        "insert into duty.telling (id, duty_id, stage, account_id, at) select :key, id, 'HANDED', :me, now() from duty.duty where next = :me")
                .param("key", Ids.next())
                .param("me", who.value())
                .update();
    }
}
