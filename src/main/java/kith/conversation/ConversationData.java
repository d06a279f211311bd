package kith.conversation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kith.identity.MemberId;
import kith.identity.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What conversations keep about a person: topics and posts with their history, thanks and drafts. */
@Component
class ConversationData implements PersonalData {
    private final JdbcClient sql;

    ConversationData(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String module() {
        return "conversation";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "conversation.topic.author_id",
                "conversation.topic.title",
                "conversation.topic.opening",
                "conversation.topic.content_note",
                "conversation.post.author_id",
                "conversation.post.body",
                "conversation.post.html",
                "conversation.post.hidden_reason",
                "conversation.revision.body",
                "conversation.revision.html",
                "conversation.thanks.member_id",
                "conversation.draft.member_id",
                "conversation.draft.key",
                "conversation.draft.fields");
    }

    @Override
    public List<Part> export(MemberId who) {
        return List.of(
                part("topics", who, """
                        select opened_at, title, content_note, id as topic from conversation.topic where author_id = :who order by opened_at, id"""),
                part("posts", who, """
                        select posted_at, edited_at, state, body, hidden_at, hidden_reason, topic_id as topic, id as post from conversation.post
                        where author_id = :who order by posted_at, id"""),
                part("revisions", who, """
                        select r.written_at, r.version, r.body, r.post_id as post
                        from conversation.revision r join conversation.post p on p.id = r.post_id
                        where p.author_id = :who order by r.post_id, r.version"""),
                part("thanks", who, """
                        select given_at, kind, post_id as post from conversation.thanks where member_id = :who order by given_at, post_id, kind"""),
                part("drafts", who, """
                        select saved_at, key, fields from conversation.draft where member_id = :who order by saved_at, key"""));
    }

    private Part part(String name, MemberId who, String query) {
        return new Part(
                "conversation.data." + name,
                sql.sql(query).param("who", who.value()).query().listOfRows().stream()
                        .map(ConversationData::plain)
                        .toList());
    }

    /** Texts, numbers, booleans and instants as they are; ids and JSON as text. */
    private static Map<String, @Nullable Object> plain(Map<String, @Nullable Object> row) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        row.forEach((column, value) -> plain.put(
                column,
                switch (value) {
                    case null -> null;
                    case Number number -> number;
                    case Boolean yes -> yes;
                    case java.sql.Timestamp at -> at.toInstant();
                    default -> value.toString();
                }));
        return plain;
    }

    /** Where others answered, an unnamed and untitled topic stays around their words; where nobody did, nobody finds it any more. */
    @Override
    public void erase(MemberId who) {
        ERASURE.forEach(step -> sql.sql(step).param("who", who.value()).update());
    }

    private static final List<String> ERASURE = List.of(
            "delete from conversation.draft where member_id = :who",
            "delete from conversation.thanks where member_id = :who",
            """
            update conversation.topic t set reply_count = greatest(0, t.reply_count - gone.n)
            from (select topic_id, count(*) as n from conversation.post
                  where author_id = :who and not opens and state = 'STANDING' and hidden_at is null group by topic_id) gone
            where gone.topic_id = t.id""",
            // The new state lets a trigger forget the history of each post. External keys stay, so that no import
            // brings the words back.
            """
            update conversation.post
            set state = 'ERASED', author_id = null, hidden_reason = '', body = '', html = '', source_text = '', source_url = '', source_licence = ''
            where author_id = :who""",
            """
            update conversation.topic set author_id = null, title = '', opening = '', content_note = '', withdrawn = true
            where author_id = :who""");
}
