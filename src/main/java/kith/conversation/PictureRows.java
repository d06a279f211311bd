package kith.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How rows of {@code conversation.picture} become pictures, and what was drawn rows. */
final class PictureRows {
    private PictureRows() {}

    static Picture picture(ResultSet row, int n) throws SQLException {
        var post = row.getObject("post_id", UUID.class);
        return new Picture(
                row.getObject("id", UUID.class),
                post == null ? null : new PostId(post),
                row.getString("alt"),
                row.getBoolean("decorative"),
                row.getBoolean("asked"),
                row.getInt("width"),
                row.getInt("height"));
    }

    /** Where a new picture goes: to a member's draft, or to a post of theirs. */
    record Where(
            MemberId member,
            @Nullable DraftKey draft,
            @Nullable PostId post) {}

    /** Its id is random: one made from the time would say when it was brought. */
    static void insert(JdbcClient sql, Where where, String alt, Redrawn drawn, Instant at) {
        var id = UUID.randomUUID();
        sql.sql("""
                        insert into conversation.picture (id, member_id, draft_key, post_id, alt, width, height, brought_at, position)
                        select :id, :member, :draft, :post::uuid, :alt, :width, :height, :at, coalesce(max(position), 0) + 1
                        from conversation.picture where member_id = :member and (draft_key = :draft or post_id = :post::uuid)""")
                .param("id", id)
                .param("member", where.member().value())
                .param("draft", where.draft() == null ? null : where.draft().value())
                .param("post", where.post() == null ? null : where.post().value())
                .param("alt", alt)
                .param("width", drawn.width())
                .param("height", drawn.height())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        drawn.sizes()
                .forEach((size, content) -> sql.sql(
                                "insert into conversation.picture_size (picture_id, size, content) values (:id, :size, :content)")
                        .param("id", id)
                        .param("size", size.name())
                        .param("content", content)
                        .update());
    }
}
