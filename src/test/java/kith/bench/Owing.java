package kith.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** Ten thousand open duties in the community with the most members: first topics that wait for an answer, and questions, each with somebody who walks the round. */
final class Owing {
    private static final int OPEN = 10_000;
    private static final int OPEN_IN_A_TINY_HOUSE = 200;

    /** Of those, so many are questions. */
    private static final int QUESTIONS = 4;

    static final String HERE =
            "(select community_id from community.membership group by 1 order by count(*) desc, 1 limit 1)";

    /** Somebody who is signed in manages the place, somebody else advises there. */
    private static final String STAFF = """
            with chosen as (
                select m.account_id, row_number() over (order by m.account_id) as n from community.membership m
                join identity.account a on a.id = m.account_id and a.email like '%%@bench.invalid'
                where m.community_id = %1$s and m.role = 'MEMBER' and exists (select from identity.session s where s.account_id = m.account_id) limit 2)
            update community.membership m set role = case c.n when 1 then 'MANAGER' else 'PRACTITIONER' end, profession = case c.n when 1 then '' else 'Nurse' end
            from chosen c where c.account_id = m.account_id and m.community_id = %1$s""".formatted(HERE);

    private static final String CREDENTIALS = """
            insert into practitioner.credential (id, community_id, member_id, profession, register, number, jurisdiction, scope, sentence, languages, checked_on,
                valid_until, ends_at)
            select gen_random_uuid(), m.community_id, m.account_id, 'Nurse', 'other', '', '', '{}', '', '{en}', current_date, current_date + 900, now() + interval '900 days'
            from community.membership m join identity.account a on a.id = m.account_id and a.email like '%@bench.invalid' where m.role = 'PRACTITIONER'
            on conflict (community_id, member_id) where ended_at is null do nothing""";

    private static final String QUESTIONS_ASKED = """
            insert into advice.question (id, community_id, section_id, asker, anonymous, closed, title, body, html, language, source, asked_at, waits_since, due_at,
                look_at, state)
            select gen_random_uuid(), t.community_id, t.section_id, t.author_id, false, n %% 3 = 0, t.title, 'How do you do it?', '<p>How do you do it?</p>', '', 'owed',
                   now() - n * interval '9 seconds', now() - n * interval '9 seconds', now() + interval '1 day' - n * interval '9 seconds',
                   now() + interval '20 years', 'ASKED'
            from (select t.*, row_number() over (order by t.id desc) as n from conversation.topic t
                  where t.community_id = %s and t.author_id is not null limit %d) t""";

    private static final String QUESTIONS_OWED = """
            insert into duty.duty (id, community_id, kind, cause, risk, owed_to, barred, about, opened_at, due_at)
            select gen_random_uuid(), community_id, 'question', 'question:' || id, 'ROUTINE', asker, asker, '/question/' || id, waits_since, due_at
            from advice.question where source = 'owed'""";

    private static final String REPLIES_OWED = """
            insert into duty.duty (id, community_id, kind, cause, risk, owed_to, barred, about, opened_at, due_at)
            select gen_random_uuid(), t.community_id, 'first-reply', 'first-reply:' || t.id, 'ROUTINE', t.author_id, t.author_id, '/topics/' || t.id,
                   now() - n * interval '3 seconds', now() + interval '4 hours' - n * interval '3 seconds'
            from (select t.*, row_number() over (order by t.id desc) as n from conversation.topic t
                  where t.community_id = %s and t.author_id is not null limit %d) t
            on conflict (cause) where outcome is null do nothing""";

    private Owing() {}

    /** Once in a home, also in one that was filled before there were any. */
    static void run(Connection house, Size size) throws SQLException {
        var open = size.equals(Size.TINY) ? OPEN_IN_A_TINY_HOUSE : OPEN;
        try (var sql = house.createStatement()) {
            try (var rows = sql.executeQuery("select count(*) from advice.question where source = 'owed'")) {
                rows.next();
                if (rows.getInt(1) > 0) {
                    return;
                }
            }
            sql.execute("set session_replication_role = replica");
            sql.execute(STAFF);
            sql.execute(CREDENTIALS);
            sql.execute(QUESTIONS_ASKED.formatted(HERE, open / QUESTIONS));
            sql.execute(QUESTIONS_OWED);
            sql.execute(REPLIES_OWED.formatted(HERE, open - open / QUESTIONS));
            sql.execute("set session_replication_role = origin");
            sql.execute("analyze duty.duty");
            sql.execute("analyze advice.question");
        }
    }
}
