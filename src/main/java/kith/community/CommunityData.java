package kith.community;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import kith.identity.MemberId;
import kith.identity.PersonalData;
import kith.identity.PersonalRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this module keeps about a person: where they belong, what they told, asked, promised and handed out. */
@Component
class CommunityData implements PersonalData {
    private final JdbcClient sql;
    private final Memberships memberships;

    CommunityData(JdbcClient sql, Memberships memberships) {
        this.sql = sql;
        this.memberships = memberships;
    }

    @Override
    public String module() {
        return "community";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "community.membership.account_id",
                "community.membership.profession",
                "community.membership.about",
                "community.membership.checked_by",
                "community.answer.account_id",
                "community.answer.choices",
                "community.answer.words",
                "community.answer.day",
                "community.answer.amount",
                "community.request.account_id",
                "community.request.words",
                "community.request.decided_by",
                "community.request.reply",
                "community.acknowledgement.account_id",
                "community.invite.made_by",
                "community.invite.email",
                "community.redemption.account_id");
    }

    @Override
    public List<Part> export(MemberId who) {
        return List.of(
                PersonalRows.of(sql, who, "community.data.memberships", """
                        select c.name as community, m.role, m.standing, m.joined_at, m.left_at, m.guidelines, m.listed, m.profession, m.about,
                               m.checked_at
                        from community.membership m join community.community c on c.id = m.community_id
                        where m.account_id = :who order by m.joined_at
                        """),
                PersonalRows.of(sql, who, "community.data.answers", """
                        select c.name as community, a.question, array_to_string(a.choices, ', ') as choices, a.words, a.day::text as day, a.amount,
                               a.currency, a.shared, a.answered_at
                        from community.answer a join community.community c on c.id = a.community_id
                        where a.account_id = :who order by a.answered_at
                        """),
                PersonalRows.of(sql, who, "community.data.requests", """
                        select c.name as community, r.words, r.asked_at, r.state, r.decided_at, r.reply
                        from community.request r join community.community c on c.id = r.community_id
                        where r.account_id = :who order by r.asked_at
                        """),
                PersonalRows.of(sql, who, "community.data.acknowledgements", """
                        select c.name as community, a.version, a.at
                        from community.acknowledgement a join community.community c on c.id = a.community_id
                        where a.account_id = :who order by a.at
                        """),
                PersonalRows.of(sql, who, "community.data.invites", """
                        select c.name as community, i.made_at, i.expires_at, i.uses_left, i.email
                        from community.invite i join community.community c on c.id = i.community_id
                        where i.made_by = :who order by i.made_at
                        """),
                PersonalRows.of(sql, who, "community.data.redemptions", """
                        select c.name as community, r.at
                        from community.redemption r
                        join community.invite i on i.id = r.invite_id
                        join community.community c on c.id = i.community_id
                        where r.account_id = :who order by r.at
                        """));
    }

    @Override
    public void erase(MemberId who) {
        sql.sql("select community_id from community.membership where account_id = :who and left_at is null")
                .param("who", who.value())
                .query((row, n) -> new CommunityId(row.getObject("community_id", UUID.class)))
                .list()
                .forEach(community -> memberships.leaveAsHouse(community, who));
        for (var statement : List.of(
                "delete from community.answer where account_id = :who",
                "delete from community.acknowledgement where account_id = :who",
                "delete from community.redemption where account_id = :who",
                "delete from community.request where account_id = :who",
                "update community.request set decided_by = null, reply = '' where decided_by = :who",
                "update community.invite set made_by = null, email = null, revoked = true where made_by = :who",
                "update community.membership set checked_by = null where checked_by = :who",
                "update community.membership set about = '', profession = '' where account_id = :who")) {
            sql.sql(statement).param("who", who.value()).update();
        }
    }
}
