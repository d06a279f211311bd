package kith.moderation;

import java.util.List;
import java.util.Set;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.identity.Planter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Canaries of somebody who reported, was reported, was written to, rested, and decided about another. */
class CasePlanter implements Planter {
    @Override
    public String module() {
        return "moderation";
    }

    /** What sort of thing a case is about, and where it is. */
    @Override
    public Set<String> wordless() {
        return Set.of("moderation.case.kind", "moderation.case.path");
    }

    @Override
    public void plant(JdbcClient owner, MemberId who, String canary) {
        var file = Ids.next();
        for (var statement : PLANTING) {
            owner.sql("with given (file, key, me, c) as (values (:file, :key, :me, :c)) " + statement)
                    .param("file", file)
                    .param("key", Ids.next())
                    .param("me", who.value())
                    .param("c", canary)
                    .update();
        }
    }

    private static final List<String> PLANTING = List.of(
            """
            insert into moderation.case (id, community_id, kind, subject_id, about, title, text, path, opened_at)
            select file, file, 'member', me, me, c || '/title', c || '/text', '/communities/here/members/' || me, now() from given""",
            """
            insert into moderation.report (id, case_id, reporter_id, reason, words, at, promised_at)
            select key, file, me, 'OTHER', c || '/report', now(), now() from given""",
            "insert into moderation.decision (id, case_id, kind, by, at) select file, file, 'NOTHING', me, now() from given",
            """
            insert into moderation.letter (id, decision_id, case_id, community_id, member_id, role, words, at)
            select key, file, file, file, me, 'WRITER', c || '/letter', now() from given""",
            """
            insert into moderation.pause (id, community_id, member_id, case_id, words, since, until, lifted_at)
            select key, file, me, file, c || '/pause', now(), now(), now() from given""");
}
