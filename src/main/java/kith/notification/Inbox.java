package kith.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.live.Channel;
import kith.live.Feed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What members are told. The door for whoever has news: {@link #tell} writes it in the caller's transaction, and saying it twice says it once. */
@Component
public class Inbox {
    /** Whoever reads the topic within this time gets no mail, and a quick exchange is one mail. */
    static final Duration DELAY = Duration.ofMinutes(2);

    static final int MANY = 99;

    private static final String RECALLED = """
            , fresh as (
                insert into notification.notice (id, bundle_id, account_id, kind, about_id, at, seen_at, state)
                select n.id, b.id, n.account, n.kind, n.about, n.at, case when s.seen then n.at end, 'DONE'
                from wanted n join unnest(:ids::uuid[], :seen::boolean[]) as s (id, seen) on s.id = n.id
                join notification.bundle b on b.account_id = n.account and b.thread_id = n.thread
                order by n.id
                on conflict (account_id, kind, about_id) do nothing
                returning bundle_id, id, seen_at)
            update notification.bundle b set unseen = b.unseen or f.unseen, last_id = greatest(b.last_id, f.id)
            from (select bundle_id, bool_or(seen_at is null) as unseen, (array_agg(id order by id desc))[1] as id from fresh group by bundle_id) f
            where b.id = f.bundle_id
            returning b.id
            """;

    private final JdbcClient sql;
    private final NoticeKinds kinds;
    private final MovedNotices moves;
    private final Feed feed;
    private final Clock clock;

    Inbox(JdbcClient sql, NoticeKinds kinds, MovedNotices moves, Feed feed, Clock clock) {
        this.sql = sql;
        this.kinds = kinds;
        this.moves = moves;
        this.feed = feed;
        this.clock = clock;
    }

    /** Tells each member their news, but nobody their own doing and nothing that they chose not to hear of. */
    @Transactional
    public void tell(Collection<News> news) {
        var told = news.stream()
                .filter(one -> !one.ownDoing() && kinds.find(one.kind()).isPresent())
                .sorted(Comparator.comparing(News::at))
                .toList();
        if (!told.isEmpty()) {
            bundle(told);
            note(told).forEach(this::live);
        }
    }

    /** Makes or locks the rows of the inboxes, in one order for all, so that two tellers never wait for each other. */
    private void bundle(List<News> told) {
        with(told, """
                        insert into notification.bundle (id, account_id, thread_id, community_id, last_id)
                        select distinct on (n.account, n.thread) n.id, n.account, n.thread, n.community, n.id from wanted n
                        order by n.account, n.thread, n.id
                        on conflict (account_id, thread_id) do update set community_id = excluded.community_id
                        """).update();
    }

    /** Gives those for whom something is new. */
    private List<MemberId> note(List<News> told) {
        return with(told, """
                        , fresh as (
                            insert into notification.notice (id, bundle_id, account_id, kind, about_id, at)
                            select n.id, b.id, n.account, n.kind, n.about, n.at
                            from wanted n join notification.bundle b on b.account_id = n.account and b.thread_id = n.thread
                            order by n.id
                            on conflict (account_id, kind, about_id) do nothing
                            returning bundle_id, id)
                        update notification.bundle b
                        set unseen = true, last_id = greatest(b.last_id, f.id), ring_at = coalesce(b.ring_at, cast(:ring as timestamptz))
                        from (select bundle_id, (array_agg(id order by id desc))[1] as id from fresh group by bundle_id) f
                        where b.id = f.bundle_id
                        returning b.account_id
                        """)
                .param("ring", clock.instant().plus(DELAY).atOffset(ZoneOffset.UTC))
                .query((row, n) -> new MemberId(row.getObject("account_id", UUID.class)))
                .list();
    }

    /** The statement over {@code wanted}: the news for members who are there and did not choose to hear nothing of such. */
    private JdbcClient.StatementSpec with(List<News> told, String statement) {
        return sql.sql("""
                        with told as (
                            select * from unnest(:ids::uuid[], :kinds::text[], :accounts::uuid[], :communities::uuid[], :threads::uuid[],
                                                 :abouts::uuid[], :ats::timestamptz[], :usual::text[])
                                as t (id, kind, account, community, thread, about, at, usual)),
                        wanted as (
                            select t.* from told t join identity.card c on c.id = t.account
                            left join notification.choice own on own.account_id = t.account and own.community_id = t.community and own.kind = t.kind
                            left join notification.choice all_ on all_.account_id = t.account and all_.kind = t.kind
                                 and all_.community_id = '00000000-0000-0000-0000-000000000000'
                            where coalesce(own.way, all_.way, t.usual) <> 'NONE')
                        """ + statement)
                .param("ids", texts(told, one -> Ids.next()))
                .param("kinds", texts(told, News::kind))
                .param("accounts", texts(told, News::to))
                .param("communities", texts(told, News::community))
                .param("threads", texts(told, News::thread))
                .param("abouts", texts(told, News::about))
                .param("ats", texts(told, one -> one.at().atOffset(ZoneOffset.UTC)))
                .param("usual", texts(told, this::usual));
    }

    /** Puts into inboxes what was told earlier, as far as {@code seen} read already; nobody is told of it outside the house. For a demonstration house. */
    @Transactional
    public void recallAsHouse(Collection<News> news, Predicate<News> seen) {
        var told = news.stream()
                .filter(one -> !one.ownDoing() && kinds.find(one.kind()).isPresent())
                .sorted(Comparator.comparing(News::at))
                .toList();
        if (!told.isEmpty()) {
            bundle(told);
            with(told, RECALLED)
                    .param("seen", texts(told, seen::test))
                    .query((row, n) -> n)
                    .list();
        }
    }

    private Way usual(News news) {
        return kinds.find(news.kind()).orElseThrow().reach().usual();
    }

    private static String[] texts(List<News> told, Function<News, Object> of) {
        return told.stream().map(of).map(Object::toString).toArray(String[]::new);
    }

    /** Open pages of theirs show their inbox, and whatever counts, as it is now. */
    private void live(MemberId who) {
        feed.publish(Channel.of("member", who.value()), "notice", who.value());
    }

    /** They have read a topic: what they were told of it is no news any more, and no mail goes out about it. */
    @Transactional
    public void seen(MemberId who, UUID thread) {
        var bundle = sql.sql("""
                        update notification.bundle set unseen = false, ring_at = null
                        where account_id = :who and thread_id = :thread and unseen returning id
                        """)
                .param("who", who.value())
                .param("thread", thread)
                .query(UUID.class)
                .optional();
        bundle.ifPresent(id -> {
            sql.sql("update notification.notice set seen_at = :now where bundle_id = :id and seen_at is null")
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("id", id)
                    .update();
            live(who);
        });
    }

    /** What members were told of one topic belongs to another from now on: what is about these, or all of it where {@code abouts} is null. */
    @Transactional
    public void moved(UUID from, UUID to, @Nullable Collection<UUID> abouts) {
        moves.carry(from, to, abouts, clock.instant().plus(DELAY).atOffset(ZoneOffset.UTC))
                .forEach(this::live);
    }

    /** They have seen all that there is. */
    @Transactional
    void seenAll(MemberId who) {
        sql.sql("update notification.notice set seen_at = :now where account_id = :who and seen_at is null")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who.value())
                .update();
        sql.sql("update notification.bundle set unseen = false, ring_at = null where account_id = :who and unseen")
                .param("who", who.value())
                .update();
        live(who);
    }

    /** In how many topics there is news for them, counted up to a hundred. */
    public int unread(MemberId who) {
        return unseen(who).size();
    }

    /** The threads with news for them, at most a hundred. */
    List<UUID> unseen(MemberId who) {
        return sql.sql("select thread_id from notification.bundle where account_id = :who and unseen limit "
                        + (MANY + 1))
                .param("who", who.value())
                .query((row, n) -> row.getObject("thread_id", UUID.class))
                .list();
    }
}
