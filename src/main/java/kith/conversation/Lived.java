package kith.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.community.Community;
import kith.community.CommunityId;
import kith.identity.MemberId;
import kith.notification.Inbox;
import kith.notification.News;
import kith.page.Markdown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is left of days that nobody lived: who had read what until they were last here, whom posts name, what first posts were owed, and what lies in the
 * inboxes. For a demonstration house alone; in a real one, history is not news.
 */
@Component
public class Lived {
    /** So far back the inboxes go. */
    private static final Duration LATELY = Duration.ofDays(14);

    private final JdbcClient sql;
    private final FirstReplies firsts;
    private final Inbox inbox;

    Lived(JdbcClient sql, FirstReplies firsts, Inbox inbox) {
        this.sql = sql;
        this.firsts = firsts;
        this.inbox = inbox;
    }

    /** When a member was last here. */
    public record Visit(MemberId who, Instant last) {}

    /** Done once, after all that moves in is there. */
    @Transactional
    public void rememberAsHouse(Community community, List<Visit> visits) {
        if (visits.isEmpty()) {
            return;
        }
        name(community);
        read(community.id(), visits);
        firsts.rememberAsHouse(community.id());
        tell(community.id(), visits);
    }

    private void read(CommunityId community, List<Visit> visits) {
        sql.sql(LivedRows.READ)
                .param("community", community.value())
                .param(
                        "who",
                        visits.stream().map(visit -> visit.who().toString()).toArray(String[]::new))
                .param("last", lasts(visits))
                .update();
    }

    private static String[] lasts(List<Visit> visits) {
        return visits.stream()
                .map(visit -> visit.last().atOffset(ZoneOffset.UTC).toString())
                .toArray(String[]::new);
    }

    private record Said(UUID post, String body) {}

    /** Names after an @ lead to whom they name. */
    private void name(Community community) {
        var said = sql.sql("select id, body from conversation.post where community_id = :community and body like '%@%'")
                .param("community", community.id().value())
                .query((row, n) -> new Said(row.getObject("id", UUID.class), row.getString("body")))
                .list();
        said.forEach(one -> name(community, one));
    }

    private void name(Community community, Said said) {
        var named = named(community, Markdown.names(said.body()));
        if (!named.isEmpty()) {
            var paths = named.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, one -> "/members/" + community.slug() + "/" + one.getValue()));
            sql.sql("update conversation.post set html = :html where id = :post")
                    .param("html", Markdown.render(said.body(), paths).html())
                    .param("post", said.post())
                    .update();
            named.values()
                    .forEach(who -> sql.sql(
                                    "insert into conversation.mention (post_id, member_id) values (:post, :who) on conflict do nothing")
                            .param("post", said.post())
                            .param("who", who)
                            .update());
        }
    }

    private Map<String, UUID> named(Community community, Set<String> names) {
        return names.isEmpty()
                ? Map.of()
                : sql
                        .sql("""
                                select lower(c.name) as name, c.id from identity.card c join community.belonging b on b.account_id = c.id
                                where b.community_id = :community and b.listed and lower(c.name) in (:names)""")
                        .param("community", community.id().value())
                        .param("names", names)
                        .query((row, n) -> Map.entry(row.getString("name"), row.getObject("id", UUID.class)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a));
    }

    private void tell(CommunityId community, List<Visit> visits) {
        var last = visits.stream().collect(Collectors.toMap(Visit::who, Visit::last, (a, b) -> a));
        var until = visits.stream().map(Visit::last).max(Instant::compareTo).orElseThrow();
        var news = sql.sql(LivedRows.NEWS)
                .param("community", community.value())
                .param("since", until.minus(LATELY).atOffset(ZoneOffset.UTC))
                .query((row, n) -> news(community, row))
                .list();
        inbox.recallAsHouse(news, one -> !one.at().isAfter(last.getOrDefault(one.to(), Instant.EPOCH)));
    }

    private static News news(CommunityId community, ResultSet row) throws SQLException {
        var by = row.getObject("by_id", UUID.class);
        return new News(
                row.getString("kind"),
                new MemberId(row.getObject("who", UUID.class)),
                community.value(),
                row.getObject("topic_id", UUID.class),
                row.getObject("about", UUID.class),
                by == null ? null : new MemberId(by),
                TopicRows.instant(row, "at"));
    }
}
