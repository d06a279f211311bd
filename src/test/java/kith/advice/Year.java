package kith.advice;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kith.ManualClock;
import kith.community.Communities;
import kith.community.CommunityId;
import kith.community.Founding;
import kith.community.Memberships;
import kith.community.Packs;
import kith.community.Place;
import kith.community.Role;
import kith.community.Section;
import kith.community.Sections;
import kith.community.Shift;
import kith.community.Shifts;
import kith.identity.Card;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.identity.Status;
import kith.identity.Viewer;
import kith.practitioner.ArrivingPractitioners;
import kith.practitioner.Boundaries;
import kith.practitioner.Hours;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/**
 * Questions to six practitioners of one community, fifty a day, on a clock that runs ahead: evenings busier than nights, two zones that change their clocks on
 * different days, holidays with cover, one who lets things lie, one whose credential ends, askers who are helped, ask on, take back, or say nothing. People act by
 * chance; everything else is the house itself, with its own jobs.
 */
class Year {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    /** How often people look, while questions come and afterwards. */
    static final Duration TICK = Duration.ofMinutes(15);

    static final Duration SLOW = Duration.ofHours(1);

    /** How many of a day's questions are asked in each hour of the asker's clock (our assumption: seldom at night, most after supper). */
    private static final int[] DAY = {2, 1, 1, 1, 1, 1, 2, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 5, 6, 8, 10, 10, 8, 5};

    private static final int DAY_SUM = IntStream.of(DAY).sum();
    private static final int MEMBERS = 60;

    private final JdbcClient sql;
    private final Founding founding;
    private final Memberships memberships;
    private final Communities communities;
    private final Sections sections;
    private final ArrivingPractitioners practitioners;
    private final Shifts shifts;
    private final Questions questions;
    private final Entries entries;
    private final Routes routes;
    private final ScheduledTaskHolder jobs;
    private final ManualClock clock;

    /** When the credential that ran out was shown anew. */
    private LocalDate renewed = LocalDate.MAX;

    private final List<Somebody> members = new ArrayList<>();
    private final List<Nurse> nurses = new ArrayList<>();
    private final PriorityQueue<Later> later = new PriorityQueue<>();
    private final Map<String, Integer> done = new TreeMap<>();
    private Random random = new Random(0);
    private CommunityId here = new CommunityId(new UUID(0, 0));
    private Somebody ana = new Somebody(MemberId.next(), ZoneOffset.UTC);
    private List<Section> topics = List.of();

    Year(
            JdbcClient sql,
            Founding founding,
            Memberships memberships,
            Communities communities,
            Sections sections,
            ArrivingPractitioners practitioners,
            Shifts shifts,
            Questions questions,
            Entries entries,
            Routes routes,
            ScheduledTaskHolder jobs,
            ManualClock clock) {
        this.sql = sql;
        this.founding = founding;
        this.memberships = memberships;
        this.communities = communities;
        this.sections = sections;
        this.practitioners = practitioners;
        this.shifts = shifts;
        this.questions = questions;
        this.entries = entries;
        this.routes = routes;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Somebody on their own clock. */
    record Somebody(MemberId id, ZoneId zone) {}

    /** How diligent one is: the share of quarters of an hour in which they do something, and of questions that they let lie. */
    record Nurse(String name, Somebody who, Boundaries bounds, double diligence, double letsLie) {}

    /** What somebody will do at some time. */
    private record Later(Instant at, UUID question, String what) implements Comparable<Later> {
        @Override
        public int compareTo(Later other) {
            return at.compareTo(other.at);
        }
    }

    java.time.Instant now() {
        return clock.instant();
    }

    CommunityId here() {
        return here;
    }

    List<Nurse> nurses() {
        return nurses;
    }

    /** What people did, each with how often. */
    Map<String, Integer> done() {
        return done;
    }

    /** Six of them, with hours, limits, shifts and holidays. */
    void begin(LocalDate day, int days, long seed) {
        random = new Random(seed);
        clock.set(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        here = founding.foundAsHouse(
                new Founding.Wish(Packs.shipped().newest("autoimmune", "en").orElseThrow(), "A year", "year-" + seed));
        ana = join("Ana", Role.MANAGER, BERLIN);
        for (var n = 0; n < MEMBERS; n++) {
            members.add(join("Member " + n, Role.MEMBER, n % 2 == 0 ? BERLIN : AUCKLAND));
        }
        nurse(day, "Ruth", BERLIN, hours(week(DayOfWeek.MONDAY), 8, 17), 0.8, 0.02);
        nurse(day, "Farah", BERLIN, hours(week(DayOfWeek.SATURDAY), 9, 18), 0.8, 0.02);
        nurse(day, "Sam, who lets things lie", BERLIN, Hours.ANY, 0.15, 0.4);
        nurse(day, "Mereana", AUCKLAND, hours(week(DayOfWeek.MONDAY), 8, 17), 0.8, 0.02);
        nurse(day, "Tane", AUCKLAND, hours(week(DayOfWeek.FRIDAY), 12, 22), 0.7, 0.05);
        nurse(day, "Lin, at night", BERLIN, hours(EnumSet.allOf(DayOfWeek.class), 20, 4), 0.5, 0.05);
        holidays(day, days);
        topics = sections.of(place(ana)).stream().toList();
    }

    /** Five days from one on. */
    private static Set<DayOfWeek> week(DayOfWeek from) {
        return IntStream.range(0, 5).mapToObj(from::plus).collect(Collectors.toSet());
    }

    private static Hours hours(Set<DayOfWeek> days, int from, int to) {
        return new Hours(days.stream()
                .map(day -> new Hours.Span(day, LocalTime.of(from, 0), LocalTime.of(to, 0)))
                .toList());
    }

    private void nurse(LocalDate day, String name, ZoneId zone, Hours hours, double diligence, double letsLie) {
        var who = join(name, Role.PRACTITIONER, zone);
        var bounds = new Boundaries(zone, hours, 26, 8, Set.of(), true, "");
        practitioners.arriveAsHouse(
                here, new ArrivingPractitioners.Arrival(who.id(), "Nurse", day.minusDays(30), day.plusYears(2)));
        practitioners.boundAsHouse(here, who.id(), bounds);
        nurses.add(new Nurse(name, who, bounds, diligence, letsLie));
    }

    /** Weekends are shared on call; everybody is away for a week in each two months, the third one with nobody to cover; one credential ends in the middle, and is shown anew two weeks later. */
    private void holidays(LocalDate day, int days) {
        for (var n = 0; n < 2; n++) {
            shifts.addAsHouse(
                    here,
                    new Shift(
                            Ids.next(),
                            nurses.get(n * 3).who().id(),
                            EnumSet.of(n == 0 ? DayOfWeek.SATURDAY : DayOfWeek.SUNDAY),
                            LocalTime.of(9, 0),
                            LocalTime.of(15, 0),
                            nurses.get(n * 3).who().zone(),
                            day.minusDays(1),
                            null));
        }
        for (var n = 0; n < nurses.size(); n++) {
            var one = nurses.get(n).who();
            var cover = nurses.get((n + 1) % nurses.size()).who();
            for (var from = day.plusDays(2 + n * 9L); from.isBefore(day.plusDays(days)); from = from.plusDays(60)) {
                shifts.awayAsHouse(here, one.id(), n == 2 ? one.id() : cover.id(), from, from.plusDays(6), one.zone());
            }
        }
        if (days > 100) {
            practitioners.untilAsHouse(here, nurses.get(1).who().id(), day.plusDays(days / 2));
            renewed = day.plusDays(days / 2 + 14L);
        }
    }

    private Somebody join(String name, Role role, ZoneId zone) {
        var id = MemberId.next();
        sql.sql(
                        "insert into identity.account (id, email, name, name_key, status) values (:id, :email, :name, :key, 'ACTIVE')")
                .param("id", id.value())
                .param("email", id + "@example.org")
                .param("name", name)
                .param("key", name + id)
                .update();
        memberships.addAsHouse(here, id, role);
        sql.sql("update community.membership set guidelines = 100 where account_id = :id")
                .param("id", id.value())
                .update();
        return new Somebody(id, zone);
    }

    /** Goes on until a time in steps of {@code tick}; {@code aDay} questions are asked a day. {@code each} looks at the house after every step. */
    void run(Instant until, Duration tick, int aDay, Runnable each) {
        while (clock.instant().isBefore(until)) {
            clock.pass(tick);
            jobs();
            ask(aDay);
            while (!later.isEmpty() && later.peek().at().isBefore(clock.instant())) {
                act(later.poll());
            }
            nurses.forEach(nurse -> work(nurse, tick));
            manage();
            each.run();
        }
    }

    /** What the house does by itself, as far as duties and questions go. */
    private void jobs() {
        jobs.getScheduledTasks().stream()
                .filter(job -> job.toString().matches("kith\\.(duty|advice|practitioner|community\\.Absences)\\b.*"))
                .forEach(job -> job.getTask().getRunnable().run());
    }

    private void ask(int aDay) {
        for (var zone : List.of(BERLIN, AUCKLAND)) {
            var hour = clock.instant().atZone(zone).getHour();
            var expected = aDay / 2.0 * DAY[hour] / DAY_SUM / 4;
            if (random.nextDouble() < expected) {
                var asker = members.get(random.nextInt(MEMBERS / 2) * 2 + (zone == BERLIN ? 0 : 1));
                var id = questions.ask(
                        place(asker),
                        topics.get(random.nextInt(topics.size())),
                        AskForm.of(Map.of(
                                "title",
                                "How do I get through a night like this?",
                                "body",
                                "It began some weeks ago and does not stop.",
                                "audience",
                                random.nextInt(3) == 0 ? "closed" : "all",
                                "as",
                                random.nextInt(3) == 0 ? "anonymous" : "name")));
                count("asked");
                if (random.nextInt(33) == 0) {
                    plan(id.value(), Duration.ofHours(random.nextInt(1, 6)), "withdraw");
                }
            }
        }
    }

    private void plan(UUID question, Duration in, String what) {
        later.add(new Later(clock.instant().plus(in), question, what));
    }

    private void act(Later one) {
        var asker = sql.sql("select asker from advice.question where id = :id and asker is not null")
                .param("id", one.question())
                .query(UUID.class)
                .optional();
        asker.flatMap(who -> members.stream()
                        .filter(each -> each.id().value().equals(who))
                        .findFirst())
                .ifPresent(who -> act(questions.find(viewer(who), new QuestionId(one.question())), one.what()));
    }

    private void act(Question question, String what) {
        switch (what) {
            case "withdraw" -> {
                if (question.waits() && question.answeredAt() == null) {
                    questions.withdraw(question);
                    count("taken back");
                }
            }
            case "helped" -> {
                if (question.state() == Question.State.ANSWERED) {
                    questions.end(question, true);
                    count("helped");
                }
            }
            default -> {
                if (question.mayAskOn()) {
                    questions.askOn(question, "And if it comes back?");
                    count("asked on");
                }
            }
        }
    }

    /** A quarter of an hour, where they are there: two second readings, which colleagues wait for, or one answer, of what is theirs or of what nobody has. */
    private void work(Nurse nurse, Duration tick) {
        for (var quarter = Duration.ZERO; quarter.compareTo(tick) < 0; quarter = quarter.plus(TICK)) {
            if (nurse.bounds().takes(clock.instant())
                    && random.nextDouble() < nurse.diligence()
                    && !away(nurse)
                    && !work(nurse)) {
                work(nurse);
            }
        }
    }

    /** Whether it took all of the quarter. */
    private boolean work(Nurse nurse) {
        var now = clock.instant();
        var held = sql.sql("""
                        select cause from duty.duty d where community_id = :here and holder = :who and claim_until > :now and outcome is null
                          and not exists (select from advice.entry e where e.state = 'READING' and 'question:' || e.question_id = d.cause)
                        order by kind desc, due_at""")
                .param("here", here.value())
                .param("who", nurse.who().id().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .list();
        var next = held.stream().filter(cause -> !letsLie(nurse, cause)).findFirst();
        next.ifPresentOrElse(cause -> work(nurse, cause), () -> take(nurse, now));
        return !next.orElse("").startsWith(ReadingDuty.KIND);
    }

    /** The same ones each time: they do not come back to it. Each their own ones, else something would be left by all of them. */
    private static boolean letsLie(Nurse nurse, String cause) {
        return new SplittableRandom((nurse.name() + cause).hashCode()).nextDouble() < nurse.letsLie();
    }

    private boolean away(Nurse nurse) {
        return sql.sql(
                                "select count(*) from community.absence where community_id = :here and account_id = :who and begins <= :now and ends > :now")
                        .param("here", here.value())
                        .param("who", nurse.who().id().value())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void work(Nurse nurse, String cause) {
        var id = UUID.fromString(cause.substring(cause.indexOf(':') + 1, cause.indexOf(':') + 37));
        if (cause.startsWith(ReadingDuty.KIND)) {
            read(nurse, id);
        } else if (cause.startsWith(QuestionDuty.KIND)) {
            answer(nurse, questions.find(viewer(nurse.who()), new QuestionId(id)));
        }
    }

    private void read(Nurse nurse, UUID entry) {
        var question = sql.sql("select question_id from advice.entry where id = :id")
                .param("id", entry)
                .query(UUID.class)
                .single();
        var found = questions.find(viewer(nurse.who()), new QuestionId(question));
        entries.release(
                found,
                entry,
                sql.sql("select version from advice.entry where id = :id")
                        .param("id", entry)
                        .query(Integer.class)
                        .single());
        count("read a second time");
        answered(found);
    }

    private void answer(Nurse nurse, Question question) {
        if (random.nextInt(25) == 0) {
            routes.pass(question, nurse.who().id(), "Not my field.");
            count("passed on");
            return;
        }
        var sent = entries.answer(
                question,
                AnswerForm.of(Map.of(
                        "body", "Ask your team about the evening; until then rest counts.",
                        "until",
                                clock.instant()
                                        .atZone(ZoneOffset.UTC)
                                        .toLocalDate()
                                        .plusMonths(18)
                                        .toString(),
                        "source-0", "A leaflet")));
        count("answered: " + sent);
        if (sent == Entries.Sent.OUT) {
            answered(question);
        }
    }

    private void answered(Question question) {
        var chance = random.nextDouble();
        if (chance < 0.5) {
            plan(question.id().value(), Duration.ofHours(random.nextInt(1, 60)), "helped");
        } else if (chance < 0.62) {
            plan(question.id().value(), Duration.ofHours(random.nextInt(1, 90)), "ask on");
        }
    }

    /** What waits in nobody's hands, the most urgent first. */
    private void take(Nurse nurse, Instant now) {
        sql.sql("""
                        select q.id from advice.question q join duty.duty d on d.cause = 'question:' || q.id and d.outcome is null
                        where q.community_id = :here and q.state = 'ASKED' and (d.holder is null or d.claim_until <= :now) and d.barred <> :who
                          and not exists (select from advice.entry e where e.question_id = q.id and e.state = 'READING')
                        order by d.due_at limit 1""")
                .param("here", here.value())
                .param("who", nurse.who().id().value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .filter(id -> routes.hold(
                        id, here, nurse.who().id(), "TAKEN", nurse.who().id()))
                .ifPresent(id -> count("taken by themselves"));
    }

    /** At nine Ana gives what is late and lies to whoever has room, and looks at new evidence. */
    private void manage() {
        var now = clock.instant();
        var time = now.atZone(BERLIN).toLocalTime();
        if (time.getHour() != 9 || time.getMinute() >= 15) {
            return;
        }
        var today = now.atZone(BERLIN).toLocalDate();
        if (!today.isBefore(renewed)) {
            practitioners.arriveAsHouse(
                    here,
                    new ArrivingPractitioners.Arrival(nurses.get(1).who().id(), "Nurse", today, today.plusYears(2)));
            renewed = LocalDate.MAX;
        }
        sql.sql("""
                        select q.id from advice.question q join duty.duty d on d.cause = 'question:' || q.id and d.outcome is null
                        where q.community_id = :here and q.state = 'ASKED' and d.due_at < :now and (d.holder is null or d.claim_until <= :now)
                          and not exists (select from advice.entry e where e.question_id = q.id and e.state = 'READING')""")
                .param("here", here.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .list()
                .forEach(id -> nurses.stream()
                        .filter(nurse -> nurse.bounds().takes(now) && !away(nurse) && nurse.letsLie() < 0.1)
                        .filter(nurse -> routes.hold(id, here, nurse.who().id(), "BY_HAND", ana.id()))
                        .findFirst()
                        .ifPresent(nurse -> count("given by the manager")));
    }

    private void count(String what) {
        done.merge(what, 1, Integer::sum);
    }

    private Place place(Somebody who) {
        return communities.find(viewer(who), here);
    }

    private static Viewer viewer(Somebody who) {
        return new Viewer(who.id(), Status.ACTIVE, false, Card.NOBODY, Locale.ENGLISH, who.zone(), null, null);
    }
}
