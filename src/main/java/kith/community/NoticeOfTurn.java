package kith.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kith.identity.Accounts;
import kith.identity.MemberId;
import kith.notification.NoticeKind;
import kith.notification.NoticeWords;
import kith.notification.Reach;
import kith.page.Phrases;
import kith.page.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What notices about a turn that changes hands have in common: whose name and when, until it is over, for those who can be on call. */
abstract class NoticeOfTurn implements NoticeKind {
    private final JdbcClient sql;
    private final Accounts accounts;
    private final Phrases phrases;
    private final Clock clock;

    NoticeOfTurn(JdbcClient sql, Accounts accounts, Phrases phrases, Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.phrases = phrases;
        this.clock = clock;
    }

    /** The column of who is named, and which swaps {@code w} of shifts {@code s} are news to {@code :reader}. */
    abstract String named();

    abstract String which();

    @Override
    public Reach reach() {
        return Reach.CONCERNS_ME;
    }

    @Override
    public Map<UUID, NoticeWords> words(MemberId reader, Collection<UUID> swaps) {
        var reached = accounts.reachAsHouse(reader);
        if (swaps.isEmpty() || reached.isEmpty()) {
            return Map.of();
        }
        var words = new LinkedHashMap<UUID, NoticeWords>();
        sql.sql("""
                        select w.id as swap, w.day, s.*, c.slug, k.name
                        from community.swap w join community.shift s on s.id = w.shift_id join community.community c on c.id = s.community_id
                        join community.belonging b on b.community_id = s.community_id and b.account_id = :reader
                        join identity.card k on k.id = %s
                        where w.id = any(:swaps::uuid[]) and b.standing = 'ACTIVE' and b.role in ('MANAGER', 'MODERATOR', 'PRACTITIONER') and %s""".formatted(named(), which()))
                .param("swaps", swaps.toArray(UUID[]::new))
                .param("reader", reader.value())
                .query(row -> {
                    var turn = RotaRows.shift(row).stint(row.getObject("day", LocalDate.class));
                    if (turn.to().isAfter(clock.instant())) {
                        words.put(row.getObject("swap", UUID.class), said(reached.get(), row, turn));
                    }
                });
        return words;
    }

    private NoticeWords said(Accounts.Reach reader, ResultSet row, Stint turn) throws SQLException {
        var when = new Times(phrases, reader.locale(), reader.zone(), clock.instant()).full(turn.from());
        var name = row.getString("name");
        return new NoticeWords(
                phrases.say(reader.locale(), phrase() + ".line", name, when),
                "/rota/" + row.getString("slug"),
                name,
                "",
                "");
    }
}
