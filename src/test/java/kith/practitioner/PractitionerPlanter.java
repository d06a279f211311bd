package kith.practitioner;

import java.util.List;
import java.util.Set;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.identity.Planter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Canaries of somebody who asked, was checked, said their limits, and checked another. */
class PractitionerPlanter implements Planter {
    @Override
    public String module() {
        return "practitioner";
    }

    /** Names of registers, zones, kinds and states. */
    @Override
    public Set<String> wordless() {
        return Set.of(
                "practitioner.credential.register",
                "practitioner.application.register",
                "practitioner.application.state",
                "practitioner.checking.kind",
                "practitioner.checking.way",
                "practitioner.evidence.type",
                "practitioner.boundaries.zone");
    }

    @Override
    public void plant(JdbcClient owner, MemberId who, String canary) {
        var key = Ids.next();
        for (var statement : PLANTING) {
            owner.sql("with given (key, me, c) as (values (:key, :me, :c)) " + statement)
                    .param("key", key)
                    .param("me", who.value())
                    .param("c", canary)
                    .update();
        }
    }

    private static final List<String> PLANTING = List.of("""
            insert into practitioner.credential (id, community_id, member_id, profession, register, number, jurisdiction, scope, sentence, languages,
                checked_on, checked_by, confirmed_by, valid_until, ends_at)
            select key, key, me, c || '/p', 'other', c || '/n', c || '/j', array[c || '/scope'], c || '/s', array[c || '/l'], current_date, me, me,
                current_date, now() from given""", """
            insert into practitioner.application (id, community_id, member_id, sent_by, profession, register, number, jurisdiction, scope, sentence,
                languages, valid_until, state, sent_at, reason)
            select key, key, me, me, c || '/p', 'other', c || '/n', c || '/j', array[c || '/scope'], c || '/s', array[c || '/l'], current_date,
                'REFUSED', now(), c || '/reason' from given""", """
            insert into practitioner.checking (id, application_id, member_id, kind, way, words, at)
            select key, key, me, 'CHECK', 'register', c || '/words', now() from given""", """
            insert into practitioner.evidence (id, application_id, type, sealed, brought_at)
            select key, key, 'image/png', convert_to('sealed', 'UTF8'), now() from given""", """
            insert into practitioner.boundaries (community_id, member_id, zone, hours, daily, open, declined, starts_private, off_duty)
            select key, me, 'UTC', array[c || '/hours'], 1, 1, array[c || '/declined'], false, c || '/off' from given""");
}
