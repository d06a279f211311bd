package kith.advice;

import java.util.List;
import java.util.Set;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.identity.Planter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Canaries of somebody who asked, asked on, answered, read and corrected. */
class AdvicePlanter implements Planter {
    @Override
    public String module() {
        return "advice";
    }

    /** What sort of entry it is, and why somebody was asked. */
    @Override
    public Set<String> wordless() {
        return Set.of("advice.entry.kind", "advice.routing.why");
    }

    /** What an answer said before, and why it was put right, stays for its readers. */
    @Override
    public Set<String> stays() {
        return Set.of(
                "advice.correction.reason",
                "advice.correction.before",
                "advice.piece.profession",
                "advice.piece.title",
                "advice.piece.body",
                "advice.piece_version.title",
                "advice.piece_version.body");
    }

    @Override
    public void plant(JdbcClient owner, MemberId who, String canary) {
        var key = Ids.next();
        for (var statement : PLANTING) {
            owner.sql("with given (key, fresh, me, c) as (values (:key, :fresh, :me, :c)) " + statement)
                    .param("key", key)
                    .param("fresh", Ids.next())
                    .param("me", who.value())
                    .param("c", canary)
                    .update();
        }
    }

    private static final List<String> PLANTING = List.of(
            """
            insert into advice.question (id, community_id, section_id, asker, anonymous, closed, title, body, html, language, asked_at, waits_since, due_at, look_at, state)
            select key, key, key, me, false, true, c || '/title', c || '/body', c || '/html', c || '/language', now(), now(), now(), now(), 'ASKED' from given""",
            """
            insert into advice.entry (id, question_id, kind, author, profession, body, html, state, made_at, valid_until)
            select fresh, key, 'ASKING_ON', me, c || '/profession', c || '/entry', c || '/html', 'OUT', now(), current_date from given""",
            """
            insert into advice.question (id, community_id, section_id, asker, anonymous, closed, title, body, html, language, asked_at, waits_since, due_at, look_at, state)
            select fresh, key, key, fresh, false, false, 'Other', 'Other', '', '', now(), now(), now(), now(), 'ASKED' from given""",
            """
            insert into advice.entry (id, question_id, kind, author, body, html, state, made_at, second_reader)
            select fresh, (select id from advice.question where title = 'Other' order by id desc limit 1), 'ANSWER', fresh, 'Other', '', 'OUT', now(), me from given""",
            """
            insert into advice.comment (id, entry_id, author, words, at)
            select fresh, (select id from advice.entry where second_reader = me limit 1), me, c || '/comment', now() from given""",
            """
            insert into advice.correction (id, entry_id, author, reason, before, at)
            select fresh, (select id from advice.entry where second_reader = me limit 1), me, c || '/reason', c || '/before', now() from given""",
            "insert into advice.reading (question_id, reader, at) select key, me, now() from given",
            """
            insert into advice.routing (question_id, practitioner, n, at, why, passed_at, reason)
            select (select id from advice.question where title = 'Other' order by id desc limit 1), me, 1, now(), 'THERE', now(), c || '/passed' from given""",
            "insert into advice.draft (member_id, key, fields, saved_at) select me, c || '/key', jsonb_build_object('body', c || '/draft'), now() from given",
            """
            insert into advice.hour (id, community_id, practitioner, title, starts_at, ends_at, most)
            select fresh, key, me, c || '/hour', now(), now(), 3 from given""",
            """
            insert into advice.hour (id, community_id, practitioner, title, starts_at, ends_at, most)
            select key, key, key, 'Other', now(), now(), 3 from given""",
            "insert into advice.sharing (question_id, asker, state, suggested_by, consented_at) select key, me, 'AGREEING', me, now() from given",
            """
            insert into advice.sharing_part (question_id, n, author, title, body, to_agree, agreed_at)
            select key, 0, me, c || '/shared-title', c || '/shared', true, now() from given""",
            """
            insert into advice.suggestion (topic_id, community_id, writer, suggested_by, suggested_at, declined_at)
            select key, key, me, me, now(), now() from given""",
            "insert into advice.gathered (question_id, hour_id) select key, key from given",
            "insert into advice.reminder (hour_id, member_id, at) select key, me, now() from given",
            "insert into advice.support (question_id, member_id, at) select key, me, now() from given",
            """
            insert into advice.piece (id, community_id, section_id, writer, profession, language, title, body, sources, valid_until, state, changed_at, reviewer, reviewed_at)
            select fresh, key, key, me, c || '/piece-profession', 'en', c || '/piece', c || '/piece-body', '[]', current_date, 'OUT', now(), me, now() from given""",
            """
            insert into advice.piece_version (piece_id, version, writer, title, body, sources, changed_at, reviewer, reviewed_at)
            select (select id from advice.piece where writer = me limit 1), 1, me, c || '/version', c || '/version-body', '[]', now(), me, now() from given""",
            """
            insert into advice.piece_comment (id, piece_id, version, author, words, at)
            select fresh, (select id from advice.piece where writer = me limit 1), 1, me, c || '/piece-comment', now() from given""",
            """
            insert into advice.taking (id, piece_id, question_id, member_id, words, at)
            select fresh, (select id from advice.piece where writer = me limit 1), (select id from advice.question where title = 'Other' order by id desc limit 1), me, 'Other', now() from given""");
}
