package kith.conversation;

import java.util.List;
import java.util.Set;
import kith.identity.Ids;
import kith.identity.MemberId;
import kith.identity.Planter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Canaries in a topic that came from elsewhere, in what its post said before, and in a draft. */
class ConversationPlanter implements Planter {
    @Override
    public String module() {
        return "conversation";
    }

    /** A language is chosen from a list. */
    @Override
    public Set<String> wordless() {
        return Set.of("conversation.post.language", "conversation.topic.language");
    }

    @Override
    public void plant(JdbcClient owner, MemberId who, String canary) {
        var key = Ids.next();
        for (var statement : PLANTING) {
            owner.sql("with given (key, me, c) as (values (:key, :me, :c)) " + statement)
                    .param("key", key)
                    .param("me", who.value())
                    .param("c", canary)
                    .update();
        }
    }

    private static final List<String> PLANTING = List.of(
            """
            insert into conversation.topic (id, community_id, section_id, author_id, title, opening, content_note, opened_at, active_at, external_key)
            select key, key, key, me, c || '/title', c || '/body', c || '/note', now(), now(), c || '/topic-key' from given""",
            """
            insert into conversation.post (id, topic_id, community_id, author_id, opens, body, html, renderer, posted_at,
                source_text, source_url, source_licence, external_key, hidden_at, hidden_reason, content_note)
            select key, key, key, me, true, c || '/body', c || '/body', 1, now(),
                c || '/source', c || '/url', c || '/licence', c || '/post-key', now(), c || '/hidden', c || '/post-note' from given""",
            """
            insert into conversation.revision (post_id, version, body, html, renderer, written_at) select key, 1, c || '/before', c || '/before', 1, now() from given""",
            "insert into conversation.voice (id, topic_id, member_id, name, face) select key, key, me, 'Somebody', 'fern' from given",
            """
            insert into conversation.noting (id, post_id, member_id, host, words, noted_at) select key, key, me, false, c || '/noted', now() from given""",
            """
            insert into conversation.correction (id, post_id, author_id, words, source_title, source_url, source_year, dangerous, made_at)
            select key, key, me, c || '/correction', c || '/cited', c || '/cited-url', 2024, false, now() from given""",
            """
            insert into conversation.correction_revision (correction_id, version, words, source_title, source_url, source_year, written_at)
            select key, 1, c || '/correction-before', c || '/cited-before', c || '/cited-url-before', 2023, now() from given""",
            "insert into conversation.note_wish (post_id, member_id, wished_at) select key, me, now() from given",
            "insert into conversation.folding (member_id, community_id, anything, words) select me, key, false, array[c || '/folded'] from given",
            "insert into conversation.tongue (member_id, languages) select me, array[c || '/tongue'] from given",
            "insert into conversation.thanks (post_id, member_id, kind, given_at) select key, me, 'WITH_YOU', now() from given",
            """
            insert into conversation.draft (member_id, key, fields, saved_at) select me, c || '/draft-key', jsonb_build_object('body', c || '/draft'), now() from given""",
            "insert into conversation.reading (member_id, topic_id, community_id, read_at, read_id, attention, chosen) select me, key, key, now(), key, 'FOLLOWED', true from given",
            "insert into conversation.sweep (member_id, section_id, swept_at) select me, key, now() from given",
            "insert into conversation.mention (post_id, member_id) select key, me from given",
            "insert into conversation.ask (id, topic_id, community_id, member_id, asked_by, asked_at) select key, key, key, me, me, now() from given",
            """
            insert into conversation.picture (id, member_id, post_id, alt, width, height, brought_at) select key, me, key, c || '/alt', 1, 1, now() from given""",
            """
            insert into conversation.picture (id, member_id, draft_key, alt, width, height, brought_at)
            select gen_random_uuid(), me, c || '/picture-key', c || '/draft-alt', 1, 1, now() from given""",
            "insert into conversation.poll (id, post_id, question, several, shown, closes_at) select key, key, c || '/question', true, 'AT_CLOSE', now() from given",
            "insert into conversation.poll_choice (poll_id, position, label) select key, 0, c || '/choice' from given",
            "insert into conversation.ballot (poll_id, member_id, choices, cast_at) select key, me, array[0], now() from given",
            "insert into conversation.move (id, kind, community_id, topic_id, by_id, moved_at) select key, 'SECTION', key, key, me, now() from given",
            "insert into conversation.picture_size (picture_id, size, content) select key, 'SMALL', 'bytes' from given");
}
