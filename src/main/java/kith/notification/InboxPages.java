package kith.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.identity.MemberId;
import kith.identity.Viewer;
import kith.page.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The inbox as its owner reads it: a row for each topic, the newest first. What they may not see any more is not there, and no news either. */
@Component
class InboxPages {
    private static final int PAGE = 20;
    private static final int MOST = 12;

    private final JdbcClient sql;
    private final Sight sight;
    private final Inbox inbox;

    InboxPages(JdbcClient sql, Sight sight, Inbox inbox) {
        this.sql = sql;
        this.sight = sight;
        this.inbox = inbox;
    }

    private record Row(UUID id, UUID thread, UUID last, boolean unseen, boolean silenced) {}

    private record Timed(Notice notice, Instant at) {}

    /** Two queries, and one for each kind of news. */
    Slice<InboxRow> page(Viewer viewer, @Nullable UUID after) {
        var rows = Slice.of(rows(viewer.member(), after), PAGE, row -> row.last().toString());
        var notices = notices(rows.items());
        var words = sight.of(
                viewer.member(),
                notices.values().stream().flatMap(List::stream).map(Timed::notice).toList());
        var shown = new ArrayList<InboxRow>();
        for (var row : rows.items()) {
            shown(row, notices.getOrDefault(row.id(), List.of()), words)
                    .ifPresentOrElse(shown::add, () -> forget(viewer.member(), row));
        }
        return new Slice<>(shown, rows.next());
    }

    private void forget(MemberId who, Row row) {
        if (row.unseen()) {
            inbox.seen(who, row.thread());
        }
    }

    private List<Row> rows(MemberId who, @Nullable UUID after) {
        return sql.sql("""
                        select id, thread_id, last_id, unseen, silenced from notification.bundle
                        where account_id = :who and (cast(:after as uuid) is null or last_id < cast(:after as uuid))
                        order by last_id desc limit :most""")
                .param("who", who.value())
                .param("after", after == null ? null : after.toString())
                .param("most", PAGE + 1)
                .query((row, n) -> new Row(
                        row.getObject("id", UUID.class),
                        row.getObject("thread_id", UUID.class),
                        row.getObject("last_id", UUID.class),
                        row.getBoolean("unseen"),
                        row.getBoolean("silenced")))
                .list();
    }

    /** Of each topic what is new, or where nothing is, what was last; the newest first. */
    private Map<UUID, List<Timed>> notices(List<Row> rows) {
        return sql
                .sql("""
                        select n.id, n.bundle_id, n.kind, n.about_id, n.at from unnest(:ids::uuid[]) as w (id)
                        join notification.bundle b on b.id = w.id
                        cross join lateral (select * from notification.notice x where x.bundle_id = b.id and (x.seen_at is null or not b.unseen)
                                            order by x.id desc limit :most) n""")
                .param("ids", rows.stream().map(row -> row.id().toString()).toArray(String[]::new))
                .param("most", MOST)
                .query((row, n) -> new Timed(
                        new Notice(
                                row.getObject("id", UUID.class),
                                row.getObject("bundle_id", UUID.class),
                                row.getString("kind"),
                                row.getObject("about_id", UUID.class)),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(timed -> timed.notice().bundle()));
    }

    private static Optional<InboxRow> shown(Row row, List<Timed> notices, Map<UUID, NoticeWords> words) {
        var seen = notices.stream().filter(timed -> words.containsKey(timed.notice().id())).toList();
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        var kinds = seen.stream()
                .collect(Collectors.groupingBy(
                        timed -> timed.notice().kind(),
                        LinkedHashMap::new,
                        Collectors.mapping(timed -> words.get(timed.notice().id()), Collectors.toList())));
        var first = row.unseen() ? seen.getLast() : seen.getFirst();
        return Optional.of(new InboxRow(
                row.id(),
                row.unseen(),
                row.silenced(),
                seen.getFirst().at(),
                words.get(first.notice().id()).path(),
                kinds.values().stream().map(InboxPages::line).toList()));
    }

    private static InboxRow.Line line(List<NoticeWords> words) {
        var who = new LinkedHashSet<>(words.stream().map(NoticeWords::who).toList());
        who.remove(words.getFirst().who());
        return new InboxRow.Line(words.getFirst().line(), List.copyOf(who), words.size() - 1 - who.size());
    }
}
