package kith.community;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.identity.Planter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Canaries of a member who told, asked, was invited, and answered others as a host. */
class CommunityPlanter implements Planter {
    @Override
    public String module() {
        return "community";
    }

    /** An address, which the contract test looks for itself. */
    @Override
    public Set<String> wordless() {
        return Set.of("community.invite.email");
    }

    @Override
    public void plant(JdbcClient owner, MemberId who, String canary) {
        var here = UUID.randomUUID();
        for (var statement : PLANTING) {
            owner.sql("with given (here, me, key, hex, c) as (values (:here, :me, :key, :hex, :c)) " + statement)
                    .param("here", here)
                    .param("me", who.value())
                    .param("key", Ids.next())
                    .param("hex", Ids.next().toString().replace("-", ""))
                    .param("c", canary)
                    .update();
        }
    }

    private static final List<String> PLANTING = List.of(
            """
            insert into community.community (id, slug, name, pack, pack_version, look, motif)
            select here, 'c' || here, 'Here', 'small', 1, '', '' from given""",
            """
            insert into community.membership (community_id, account_id, profession, about) select here, me, c || '/profession', c || '/about' from given""",
            """
            insert into community.membership (community_id, account_id, checked_by, checked_at) select here, key, me, now() from given""",
            """
            insert into community.answer (community_id, account_id, question, choices, words, day, amount, currency, shared)
            select here, me, c || '/question', array[c || '/choice'], c || '/words', current_date, 1, c || '/currency', true from given""",
            """
            insert into community.request (id, community_id, account_id, words, state, decided_by, reply)
            select key, here, me, c || '/request', 'DECLINED', key, c || '/reply' from given""",
            """
            insert into community.request (id, community_id, account_id, state, decided_by, decided_at, reply)
            select key, here, key, 'DECLINED', me, now(), c || '/replied' from given""",
            "insert into community.acknowledgement (community_id, account_id, version) select here, me, 1 from given",
            """
            insert into community.invite (id, community_id, secret, email, uses_left, expires_at, made_by)
            select key, here, decode(hex, 'hex'), a.email, 1, now(), key from given join identity.account a on a.id = me""",
            """
            insert into community.invite (id, community_id, secret, email, uses_left, expires_at, made_by)
            select key, here, decode(hex, 'hex'), 'friend@example.org', 1, now(), me from given""",
            """
            insert into community.redemption (invite_id, account_id) select i.id, me from given join community.invite i on i.community_id = here limit 1""",
            """
            insert into community.shift (id, community_id, account_id, days, from_at, to_at, zone, since)
            select key, here, me, 1, '09:00', '17:00', c || '/zone', current_date from given""",
            """
            insert into community.swap (id, shift_id, day, offered_at, taken_by, taken_at)
            select key, s.id, current_date, now(), me, now() from given join community.shift s on s.community_id = here""",
            """
            insert into community.absence (id, community_id, account_id, from_day, to_day, begins, ends)
            select key, here, me, current_date, current_date, now(), now() + interval '1 day' from given""",
            """
            insert into community.absence (id, community_id, account_id, from_day, to_day, begins, ends, cover)
            select key, here, key, current_date, current_date, now(), now() + interval '1 day', me from given""");
}
