package kith.community;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import kith.identity.Accounts;
import kith.identity.MemberId;
import kith.identity.PersonalData;
import kith.identity.PersonalRows;
import kith.identity.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What this module keeps about a person: where they belong, what they told, asked, promised and handed out. */
@Component
class CommunityData implements PersonalData {
    private final JdbcClient sql;
    private final Memberships memberships;
    private final Accounts accounts;

    CommunityData(JdbcClient sql, Memberships memberships, Accounts accounts) {
        this.sql = sql;
        this.memberships = memberships;
        this.accounts = accounts;
    }

    @Override
    public String module() {
        return "community";
    }

    @Override
    public Set<String> columns() {
        return PersonalRows.columns(
                "community",
                "membership community_id account_id role standing joined_at left_at guidelines onboarded profession listed step about checked_by checked_at",
                "answer community_id account_id question choices words day amount currency shared answered_at",
                "request community_id account_id words asked_at state decided_by decided_at reply",
                "acknowledgement community_id account_id version at",
                "invite community_id email uses_left expires_at made_by made_at revoked",
                "redemption invite_id account_id at",
                "shift community_id account_id days from_at to_at zone since until",
                "swap day offered_at taken_by taken_at",
                "absence community_id account_id from_day to_day begins ends cover");
    }

    /** What a community is and says of itself is its own; secrets and numbers tell nothing. */
    @Override
    public Set<String> notPersonal() {
        return PersonalRows.columns(
                "community",
                "community id slug name tagline pack pack_version pack_language pack_hash revision language visibility joining look motif guidelines_version created_at",
                "section id community_id slug name description kind content_note position retired",
                "pack id language version hash text kept_at",
                "word community_id key text",
                "guidelines community_id version text since",
                "request id",
                "invite id secret",
                "shift id",
                "swap id shift_id",
                "absence id told_at");
    }

    /** To whom somebody's invitations went is not theirs to take along, and which of their members they checked neither. */
    @Override
    public List<Part> export(MemberId who) {
        return List.of(
                part("memberships", who, """
                        select c.name as community, x.role, x.standing, x.joined_at, x.left_at, x.guidelines, x.onboarded, x.step, x.listed,
                               x.profession, x.about, x.checked_at
                        from community.membership x join community.community c on c.id = x.community_id
                        where x.account_id = :who order by x.joined_at
                        """),
                part("answers", who, """
                        select c.name as community, x.question, array_to_string(x.choices, ', ') as choices, x.words, x.day, x.amount,
                               x.currency, x.shared, x.answered_at
                        from community.answer x join community.community c on c.id = x.community_id
                        where x.account_id = :who order by x.answered_at
                        """),
                part("requests", who, """
                        select c.name as community, x.words, x.asked_at, x.state, x.decided_at, x.reply
                        from community.request x join community.community c on c.id = x.community_id
                        where x.account_id = :who order by x.asked_at
                        """),
                part("acknowledgements", who, """
                        select c.name as community, x.version, x.at
                        from community.acknowledgement x join community.community c on c.id = x.community_id
                        where x.account_id = :who order by x.at
                        """),
                part("invites", who, """
                        select c.name as community, x.made_at, x.expires_at, x.uses_left, x.revoked
                        from community.invite x join community.community c on c.id = x.community_id
                        where x.made_by = :who order by x.made_at
                        """),
                PersonalRows.of("community.data.invited", sql.sql("""
                        select c.name as community, x.made_at, x.expires_at, x.email
                        from community.invite x join community.community c on c.id = x.community_id
                        where x.email = :address order by x.made_at
                        """).param("address", address(who))),
                part("redemptions", who, """
                        select c.name as community, x.at
                        from community.redemption x
                        join community.invite i on i.id = x.invite_id
                        join community.community c on c.id = i.community_id
                        where x.account_id = :who order by x.at
                        """),
                part("decisions", who, """
                        select c.name as community, x.decided_at, x.state, x.reply
                        from community.request x join community.community c on c.id = x.community_id
                        where x.decided_by = :who order by x.decided_at
                        """),
                part("checks", who, """
                        select c.name as community, x.checked_at
                        from community.membership x join community.community c on c.id = x.community_id
                        where x.checked_by = :who order by x.checked_at
                        """),
                part("shifts", who, """
                        select c.name as community, x.days, x.from_at, x.to_at, x.zone, x.since, x.until
                        from community.shift x join community.community c on c.id = x.community_id
                        where x.account_id = :who order by x.id
                        """),
                part("swaps", who, """
                        select c.name as community, x.day, x.offered_at, x.taken_at
                        from community.swap x join community.shift s on s.id = x.shift_id join community.community c on c.id = s.community_id
                        where x.taken_by = :who or s.account_id = :who order by x.day
                        """),
                part("absences", who, """
                        select c.name as community, x.from_day, x.to_day, x.begins, x.ends
                        from community.absence x join community.community c on c.id = x.community_id
                        where x.account_id = :who order by x.begins
                        """),
                part("covers", who, """
                        select c.name as community, x.from_day, x.to_day
                        from community.absence x join community.community c on c.id = x.community_id
                        where x.cover = :who order by x.begins
                        """));
    }

    private Part part(String key, MemberId who, String select) {
        return PersonalRows.of(sql, who, "community.data." + key, select);
    }

    /** Where letters go to somebody, once the address is proved to be theirs; else nobody's. */
    private String address(MemberId who) {
        return accounts.reachAsHouse(who)
                .filter(reach -> reach.status() != Status.UNCONFIRMED)
                .map(Accounts.Reach::email)
                .orElse("");
    }

    @Override
    public void erase(MemberId who) {
        sql.sql("select community_id from community.membership where account_id = :who and left_at is null")
                .param("who", who.value())
                .query((row, n) -> new CommunityId(row.getObject("community_id", UUID.class)))
                .list()
                .forEach(community -> memberships.leaveAsHouse(community, who));
        sql.sql("update community.invite set email = null, revoked = true where email = :address")
                .param("address", address(who))
                .update();
        ERASURE.forEach(step -> sql.sql(step).param("who", who.value()).update());
    }

    private static final List<String> ERASURE = List.of(
            "delete from community.membership where account_id = :who",
            "delete from community.answer where account_id = :who",
            "delete from community.acknowledgement where account_id = :who",
            "delete from community.redemption where account_id = :who",
            "delete from community.request where account_id = :who",
            "update community.request set decided_by = null, reply = '' where decided_by = :who",
            "update community.invite set made_by = null, email = null, revoked = true where made_by = :who",
            "update community.membership set checked_by = null where checked_by = :who",
            "delete from community.shift where account_id = :who",
            "update community.swap set taken_by = null, taken_at = null where taken_by = :who",
            "delete from community.absence where account_id = :who",
            "update community.absence set cover = null where cover = :who");
}
