package kith.conversation;

import java.util.List;
import java.util.Set;
import kith.identity.MemberId;
import kith.identity.PersonalData;
import kith.identity.PersonalRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What conversations keep about a person: topics and posts with their history, thanks, drafts and pictures. */
@Component
class ConversationData implements PersonalData {
    private final JdbcClient sql;
    private final FirstReplies promised;
    private final Mentions mentions;
    private final LiveErasures pages;

    ConversationData(JdbcClient sql, FirstReplies promised, Mentions mentions, LiveErasures pages) {
        this.sql = sql;
        this.promised = promised;
        this.mentions = mentions;
        this.pages = pages;
    }

    @Override
    public String module() {
        return "conversation";
    }

    @Override
    public Set<String> columns() {
        return PersonalRows.columns(
                "conversation",
                "topic id community_id section_id author_id title opening content_note opened_at withdrawn external_key anonymous voice_id wish thankful language",
                "post id topic_id community_id author_id opens body html posted_at version edited_at state withdrawn_at source_text source_url source_licence external_key hidden_at hidden_reason language answers anonymous voice_id content_note note_from",
                "noting post_id member_id host words noted_at",
                "correction id post_id author_id words source_title source_url source_year dangerous made_at edited_at withdrawn_at",
                "correction_revision correction_id version words source_title source_url source_year written_at",
                "note_wish post_id member_id wished_at",
                "folding member_id community_id anything words",
                "tongue member_id languages",
                "voice id topic_id member_id speaking",
                "revision post_id version body html written_at",
                "thanks post_id member_id kind given_at",
                "draft member_id key fields saved_at",
                "reading member_id topic_id community_id read_at read_id attention chosen",
                "sweep member_id section_id swept_at",
                "mention post_id member_id",
                "ask id topic_id community_id member_id asked_by asked_at",
                "picture id member_id draft_key post_id alt decorative brought_at",
                "picture_size picture_id content",
                "poll id post_id question several shown closes_at",
                "poll_choice poll_id label",
                "ballot poll_id member_id choices cast_at",
                "move id topic_id by_id kind moved_at");
    }

    /** What others and the house did with a topic, which rules its words were rendered by, and the names that chance made for anonymous voices. */
    @Override
    public Set<String> notPersonal() {
        return PersonalRows.columns(
                "conversation",
                "topic active_at answered_at reply_count pinned closed_at hidden furnished merged_into credential_id led_to",
                "picture position asked width height",
                "picture_size size",
                "move community_id from_topic_id from_section_id undone_at",
                "poll voters",
                "poll_choice position votes",
                "moved_post move_id post_id opened voice_id",
                "voice name face",
                "topic company_until",
                "post renderer note_asked_at helped_at helped_readers credential_id",
                "noting id",
                "correction credential_id version",
                "revision renderer");
    }

    @Override
    public List<Part> export(MemberId who) {
        return List.of(
                part("topics", who, """
                        select t.opened_at, s.name as section, t.title, nullif(t.language, '') as language, t.content_note, t.wish, t.thankful, t.withdrawn, t.external_key, t.id as topic, v.name as voice
                        from conversation.topic t left join community.section_name s on s.id = t.section_id left join conversation.voice v on v.id = t.voice_id
                        where t.author_id = :who order by t.opened_at, t.id"""),
                part("posts", who, """
                        select p.posted_at, p.edited_at, p.withdrawn_at, p.state, p.body, p.language, nullif(p.content_note, '') as content_note, p.hidden_at,
                               p.hidden_reason, p.source_text, p.source_url, p.source_licence, p.external_key, p.topic_id as topic, p.answers, p.id as post,
                               v.name as voice
                        from conversation.post p left join conversation.voice v on v.id = p.voice_id
                        where p.author_id = :who order by p.posted_at, p.id"""),
                part("revisions", who, """
                        select r.written_at, r.version, r.body, r.post_id as post
                        from conversation.revision r join conversation.post p on p.id = r.post_id
                        where p.author_id = :who order by r.post_id, r.version"""),
                part("thanks", who, """
                        select given_at, kind, post_id as post from conversation.thanks where member_id = :who order by given_at, post_id, kind"""),
                part("notes", who, """
                        select noted_at, words, host, post_id as post from conversation.noting where member_id = :who order by id"""),
                part("corrections", who, """
                        select x.made_at, x.edited_at, x.withdrawn_at, x.words, x.source_title, x.source_url, x.source_year, x.dangerous, x.post_id as post,
                               string_agg(r.words || ' (' || r.source_title || ', ' || r.source_url || ')', E'\n') as before
                        from conversation.correction x left join conversation.correction_revision r on r.correction_id = x.id
                        where x.author_id = :who group by x.id order by x.id"""),
                part("note-wishes", who, """
                        select wished_at, post_id as post from conversation.note_wish where member_id = :who order by wished_at, post_id"""),
                part("folding", who, """
                        select community_id as community, anything, words from conversation.folding where member_id = :who order by community_id"""),
                part("tongues", who, """
                        select array_to_string(languages, ', ') as languages from conversation.tongue where member_id = :who"""),
                part("drafts", who, """
                        select saved_at, key, fields from conversation.draft where member_id = :who order by saved_at, key"""),
                part("readings", who, """
                        select read_at, attention, chosen, topic_id as topic from conversation.reading where member_id = :who order by read_at, topic_id"""),
                part("sweeps", who, """
                        select w.swept_at, s.name as section from conversation.sweep w left join community.section_name s on s.id = w.section_id
                        where w.member_id = :who order by w.swept_at, w.section_id"""),
                part("mentions", who, """
                        select p.posted_at, p.topic_id as topic, p.id as post
                        from conversation.mention m join conversation.post p on p.id = m.post_id where m.member_id = :who order by p.posted_at, p.id"""),
                part("asked", who, """
                        select asked_at, topic_id as topic from conversation.ask where member_id = :who order by asked_at, id"""),
                part("asks", who, """
                        select asked_at, topic_id as topic from conversation.ask where asked_by = :who order by asked_at, id"""),
                part("pictures", who, PICTURES),
                part("polls", who, """
                        select q.closes_at, q.question, string_agg(c.label, ' · ' order by c.position) as choices, q.post_id as post
                        from conversation.poll q join conversation.post p on p.id = q.post_id join conversation.poll_choice c on c.poll_id = q.id
                        where p.author_id = :who group by q.id order by q.closes_at, q.id"""),
                part("ballots", who, """
                        select b.cast_at, q.question, string_agg(c.label, ' · ' order by c.position) as choices, q.post_id as post
                        from conversation.ballot b join conversation.poll q on q.id = b.poll_id
                        join conversation.poll_choice c on c.poll_id = q.id and c.position = any (b.choices)
                        where b.member_id = :who group by b.poll_id, b.member_id, q.id order by b.cast_at, q.id"""),
                part("moves", who, """
                        select moved_at, kind, topic_id as topic from conversation.move where by_id = :who order by moved_at, id"""));
    }

    /** Each as itself, in its middle size, as far as they are 40 MB together: a document of more opens nowhere. The others are named and stay in the house. */
    private static final String PICTURES = """
            select brought_at, alt, decorative, draft_key as key, post_id as post, id as number,
                   case when sum(length(content)) over (order by brought_at desc, id) < 40000000
                        then 'data:image/jpeg;base64,' || translate(encode(content, 'base64'), E'\\n', '') end as picture
            from conversation.picture p left join lateral (
                select content from conversation.picture_size s where s.picture_id = p.id and s.size <> 'SMALL' order by s.size desc limit 1) s on true
            where member_id = :who order by brought_at, id""";

    private Part part(String name, MemberId who, String select) {
        return PersonalRows.of(sql, who, "conversation.data." + name, select);
    }

    /** Where others answered, an unnamed and untitled topic stays around their words; where nobody did, nobody finds it any more. */
    @Override
    public void erase(MemberId who) {
        pages.tell(who);
        promised.forget(who);
        mentions.forget(who);
        ERASURE.forEach(step -> sql.sql(step).param("who", who.value()).update());
    }

    private static final List<String> ERASURE = List.of(
            "delete from conversation.picture where member_id = :who",
            "delete from conversation.ballot where member_id = :who",
            "update conversation.move set by_id = null where by_id = :who",
            "delete from conversation.draft where member_id = :who",
            "delete from conversation.correction_revision where correction_id in (select id from conversation.correction where author_id = :who)",
            "delete from conversation.correction where author_id = :who",
            """
            update conversation.post set helped_readers = greatest(0, helped_readers - 1)
            where id in (select post_id from conversation.thanks where member_id = :who and kind = 'HELPED_ME')""",
            "delete from conversation.thanks where member_id = :who",
            "delete from conversation.reading where member_id = :who",
            "delete from conversation.sweep where member_id = :who",
            "delete from conversation.ask where member_id = :who",
            "update conversation.ask set asked_by = null where asked_by = :who",
            "delete from conversation.mention where post_id in (select id from conversation.post where author_id = :who)",
            "delete from conversation.note_wish where member_id = :who",
            "delete from conversation.folding where member_id = :who",
            "delete from conversation.tongue where member_id = :who",
            """
            update conversation.noting set words = '' where post_id in (select id from conversation.post where author_id = :who)""",
            "update conversation.noting set member_id = null, words = case when host then words else '' end where member_id = :who",
            """
            update conversation.topic t set reply_count = greatest(0, t.reply_count - gone.n)
            from (select topic_id, count(*) as n from conversation.post
                  where author_id = :who and not opens and state = 'STANDING' and hidden_at is null group by topic_id) gone
            where gone.topic_id = t.id""",
            // What was said anonymously looks as if its writer took it back: that an account is gone would tie it to
            // other posts. The new state lets a trigger forget the history of each post. Where it came from is
            // forgotten as well: an
            // import knows by setup's mark that its writer stays away.
            """
            update conversation.post
            set state = case when anonymous then 'EMPTIED' else 'ERASED' end, author_id = null, external_key = null, hidden_reason = '', content_note = '',
                note_from = '', note_asked_at = null, body = '', html = '', source_text = '', source_url = '', source_licence = '', language = '', answers = null
            where author_id = :who""",
            """
            update conversation.topic set author_id = null, external_key = null, title = '', opening = '', content_note = '', withdrawn = true
            where author_id = :who""",
            "update conversation.voice set member_id = null where member_id = :who");
}
