package kith.conversation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import kith.community.CommunityId;
import kith.community.Place;
import kith.community.PlaceRows;
import kith.community.Role;
import kith.community.SectionId;
import kith.identity.Card;
import kith.identity.Viewer;
import kith.practitioner.Mark;
import org.jspecify.annotations.Nullable;

/** How rows of {@code conversation.topic} and of the views beside it become topics and voices. */
final class TopicRows {
    static final String COLUMNS = """
            select t.*, c.name, c.face, c.picture_id, b.role, b.profession, b.listed, v.name as voice_name, v.face as voice_face,
                   k.profession as mark_profession, k.checked_on as mark_checked, k.current as mark_current,
                   f.anything as folds_anything, f.words as folded_words, s.slug as section_slug, s.name as section_name
            """;

    /** What is known beside a topic {@code t}: who opened it, as what, and where. */
    static final String BESIDE = """
             t
            left join identity.card c on c.id = t.author_id and not t.anonymous
            left join community.belonging b on b.community_id = t.community_id and b.account_id = t.author_id and not t.anonymous
            left join conversation.voice v on v.id = t.voice_id
            left join practitioner.mark k on k.id = t.credential_id
            left join conversation.folding f on f.member_id = :viewer and f.community_id = t.community_id
            left join community.section_name s on s.id = t.section_id
            """;

    /** Ends open, for the caller's {@code where}; {@code :viewer} asks. */
    static final String SELECT = COLUMNS + "from conversation.topic" + BESIDE;

    /** An opening that was taken back and that nobody answered is there for its writer alone. */
    static final String SEEN = " and (not t.withdrawn or t.reply_count > 0 or t.author_id = :viewer) ";

    /** A topic with its place; {@code :id} and {@code :viewer}. */
    static final String FIND = COLUMNS + ", " + PlaceRows.COLUMNS + "from conversation.topic" + BESIDE
            + PlaceRows.BESIDE + "where t.id = :id" + SEEN;

    /** Lists leave out, too, what a host took out of sight before anybody answered. */
    static final String LISTED =
            SEEN + "and t.merged_into is null and (not t.hidden or t.reply_count > 0 or t.author_id = :viewer) ";

    private TopicRows() {}

    /** A topic in its place, and where it was brought into another, which. */
    record Found(Topic topic, @Nullable UUID mergedInto) {}

    static Found found(Viewer viewer, ResultSet row) throws SQLException {
        var kept = kept(viewer, row);
        return new Found(kept.in(PlaceRows.readable(viewer, row)), kept.mergedInto());
    }

    /** A row of a topic before it is known how its reader stands in its community. */
    record Kept(
            TopicId id,
            CommunityId community,
            SectionName section,
            Voice author,
            String title,
            String opening,
            String note,
            Instant openedAt,
            Instant activeAt,
            int replies,
            boolean pinned,
            boolean closed,
            boolean withdrawn,
            boolean hidden,
            boolean furnished,
            @Nullable UUID mergedInto,
            Folding folding,
            @Nullable Wish wish,
            boolean thankful,
            @Nullable Instant companyUntil,
            String ledTo) {
        /** As its reader sees it: what was taken back or out of sight has no words for anybody but its writer. */
        Topic in(Place place) {
            var bare = (withdrawn || hidden) && !author.of(place.viewer());
            return new Topic(
                    id,
                    place,
                    section,
                    author,
                    bare ? "" : title,
                    bare ? "" : opening,
                    bare ? "" : note,
                    openedAt,
                    activeAt,
                    replies,
                    pinned,
                    closed,
                    withdrawn,
                    furnished,
                    folding,
                    wish,
                    thankful,
                    companyUntil,
                    bare ? "" : ledTo);
        }
    }

    static Topic topic(Place place, ResultSet row) throws SQLException {
        return kept(place.viewer(), row).in(place);
    }

    static Kept kept(Viewer viewer, ResultSet row) throws SQLException {
        return new Kept(
                new TopicId(row.getObject("id", UUID.class)),
                new CommunityId(row.getObject("community_id", UUID.class)),
                section(row),
                voice(viewer, row),
                row.getString("title"),
                row.getString("opening"),
                row.getString("content_note"),
                instant(row, "opened_at"),
                instant(row, "active_at"),
                row.getInt("reply_count"),
                row.getBoolean("pinned"),
                row.getObject("closed_at") != null,
                row.getBoolean("withdrawn"),
                row.getBoolean("hidden"),
                row.getBoolean("furnished"),
                row.getObject("merged_into", UUID.class),
                Folding.of(row),
                Wish.of(row.getString("wish")),
                row.getBoolean("thankful"),
                maybe(row, "company_until"),
                Objects.requireNonNullElse(row.getString("led_to"), ""));
    }

    /** Who speaks in a row, as this viewer may know it: of an anonymous voice its member alone learns that it is theirs. */
    static Voice voice(Viewer viewer, ResultSet row) throws SQLException {
        var writer = row.getObject("author_id", UUID.class);
        return row.getBoolean("anonymous")
                ? Voice.anonymous(
                        row.getString("voice_name"),
                        row.getString("voice_face"),
                        writer != null && writer.equals(Topics.asking(viewer)))
                : named(writer, row);
    }

    private static Voice named(@Nullable UUID writer, ResultSet row) throws SQLException {
        var role = row.getString("role");
        var mark = mark(row);
        return new Voice(
                Card.of(writer, row.getString("name"), row.getString("face"), row.getObject("picture_id", UUID.class)),
                role == null ? null : plain(Role.valueOf(role)),
                mark == null ? "" : mark.profession(),
                false,
                false,
                row.getBoolean("listed"),
                mark);
    }

    /** What a mark alone shows, a role does not. */
    private static Role plain(Role role) {
        return role == Role.PRACTITIONER ? Role.MEMBER : role;
    }

    private static @Nullable Mark mark(ResultSet row) throws SQLException {
        var profession = row.getString("mark_profession");
        return profession == null
                ? null
                : new Mark(profession, row.getObject("mark_checked", LocalDate.class), row.getBoolean("mark_current"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(maybe(row, column));
    }

    static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static SectionName section(ResultSet row) throws SQLException {
        return new SectionName(
                new SectionId(row.getObject("section_id", UUID.class)),
                Objects.requireNonNullElse(row.getString("section_slug"), ""),
                Objects.requireNonNullElse(row.getString("section_name"), ""));
    }
}
