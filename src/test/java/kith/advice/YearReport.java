package kith.advice;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kith.community.CommunityId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of a year of questions, as the tables tell it. */
record YearReport(JdbcClient sql, CommunityId here) {
    /** How many duties there are of some kinds with an outcome; {@code OPEN} where it has none yet. */
    int duties(String outcome) {
        return number(
                "select count(*) from duty.duty where community_id = :here and kind in ('question', 'second-reader') and coalesce(outcome, 'OPEN') = :what",
                outcome);
    }

    /** Those that are still open, each with what one needs to know of it. */
    List<String> open() {
        return sql.sql("""
                        select concat_ws(' ', d.cause, 'opened', d.opened_at, 'due', d.due_at, 'holder', c.name, 'until', d.claim_until, q.state, 'closed', q.closed,
                            'entries', (select string_agg(e.kind || ' ' || e.state || ' ' || coalesce(a.name, '') || ' ' || e.made_at, '; ') from advice.entry e
                                left join identity.card a on a.id = e.author where e.question_id = q.id),
                            'asked', (select string_agg(a.name || ' ' || r.why || ' ' || r.at, '; ' order by r.at) from advice.routing r
                                join identity.card a on a.id = r.practitioner where r.question_id = q.id))
                        from duty.duty d left join identity.card c on c.id = d.holder
                        left join advice.entry w on d.cause = 'second-reader:' || w.id
                        left join advice.question q on d.cause = 'question:' || q.id or q.id = w.question_id
                        where d.community_id = :here and d.kind in ('question', 'second-reader') and d.outcome is null""").param("here", here.value()).query(String.class).list();
    }

    /** Duties whose outcome is not what their times say. */
    int wrong() {
        return number("""
                        select count(*) from duty.duty where community_id = :here and outcome in ('MET', 'MISSED')
                          and (outcome = 'MET') <> (ended_at <= due_at) and :what = ''""", "");
    }

    /** People who were told of one duty at one stage more than once, or whose telling has not exactly one notice. */
    int toldTwice() {
        return number("""
                        select (select count(*) from (select 1 from duty.telling t join duty.duty d on d.id = t.duty_id where d.community_id = :here
                                    group by t.duty_id, t.stage, t.account_id having count(*) > 1) twice)
                             + (select count(*) from duty.telling t join duty.duty d on d.id = t.duty_id where d.community_id = :here and :what = ''
                                  and 1 <> (select count(*) from notification.notice n where n.kind = 'duty.waits' and n.about_id = t.id
                                            and n.account_id = t.account_id))""", "");
    }

    int told(String stage) {
        return number(
                "select count(*) from duty.telling t join duty.duty d on d.id = t.duty_id where d.community_id = :here and t.stage = :what",
                stage);
    }

    int questions(String state) {
        return number("select count(*) from advice.question where community_id = :here and state = :what", state);
    }

    /** Of answered ones, how soon the given share had an answer, in hours. */
    double hours(double share) {
        return sql.sql("""
                        select coalesce(percentile_cont(:share) within group (order by extract(epoch from d.ended_at - d.opened_at)), 0) / 3600
                        from duty.duty d where d.community_id = :here and d.kind = 'question' and d.outcome in ('MET', 'MISSED')""")
                .param("share", share)
                .param("here", here.value())
                .query(Double.class)
                .single();
    }

    /** To whom private questions were shown who neither were given them, nor answered or read them. */
    int strangers() {
        return number("""
                        select count(*) from advice.reading r join advice.question q on q.id = r.question_id
                        where q.community_id = :here and q.closed and :what = '' and r.reader is distinct from q.asker
                          and not exists (select from advice.routing x where x.question_id = q.id and x.practitioner = r.reader)
                          and not exists (select from advice.entry e where e.question_id = q.id and r.reader in (e.author, e.second_reader))""", "");
    }

    private int number(String of, String what) {
        return sql.sql(of)
                .param("here", here.value())
                .param("what", what)
                .query(Integer.class)
                .single();
    }

    String text(Year year, Instant from, Instant to, int most) {
        var lines = new ArrayList<String>();
        lines.add("Questions from %s to %s, in two zones".formatted(day(from), day(to)));
        lines.add("  "
                + year.done().entrySet().stream()
                        .map(each -> "%,d %s".formatted(each.getValue(), each.getKey()))
                        .collect(Collectors.joining(" · ")));
        var met = duties("MET");
        var missed = duties("MISSED");
        lines.add("Duties (questions and second readings)");
        lines.add("  %,d met · %,d missed · %,d withdrawn · %,d open · %.1f %% of the promises kept"
                .formatted(met, missed, duties("WITHDRAWN"), duties("OPEN"), 100.0 * met / (met + missed)));
        lines.add("  answered after %.1f h (median), %.1f h (nine of ten), %.1f h (99 of 100)"
                .formatted(hours(0.5), hours(0.9), hours(0.99)));
        lines.add("Told, each once: "
                + List.of("HOLDER", "NEXT", "MANAGERS", "OPERATOR").stream()
                        .map(stage -> "%,d %s".formatted(told(stage), stage.toLowerCase(java.util.Locale.ROOT)))
                        .collect(Collectors.joining(" · ")));
        lines.add("Most in one pair of hands at once: %d".formatted(most));
        lines.addAll(hands());
        lines.add("");
        return String.join(System.lineSeparator(), lines);
    }

    private List<String> hands() {
        return sql.sql("""
                        select c.name, (select count(*) from advice.routing r where r.practitioner = c.id) as given,
                               (select count(*) from advice.entry e where e.author = c.id and e.state = 'OUT') as answered,
                               (select count(*) from advice.entry e where e.second_reader = c.id) as second,
                               (select coalesce(max(n), 0) from (select count(*) as n from advice.routing r
                                  join practitioner.boundaries b on b.member_id = r.practitioner and b.community_id = :here
                                  where r.practitioner = c.id group by date_trunc('day', r.at at time zone b.zone)) day) as most
                        from identity.card c join community.belonging m on m.account_id = c.id and m.community_id = :here
                        where m.role = 'PRACTITIONER' order by answered desc""")
                .param("here", here.value())
                .query((row, n) -> "  %-26s given %,6d · answered %,6d · read a second time %,6d · most on one day %d"
                        .formatted(
                                row.getString("name"),
                                row.getInt("given"),
                                row.getInt("answered"),
                                row.getInt("second"),
                                row.getInt("most")))
                .list();
    }

    private static Object day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
