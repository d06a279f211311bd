package kith.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import kith.identity.MemberId;
import kith.identity.Viewer;
import kith.page.NotHere;
import org.jspecify.annotations.Nullable;

/** A community and how {@code :viewer} stands there as columns, so that whoever asks for something that lies in one asks for both at once. */
public final class PlaceRows {
    static final String COMMUNITY = """
            pc.id as place_id, pc.slug as place_slug, pc.name as place_name, pc.tagline as place_tagline, pc.language as place_language,
            pc.visibility as place_visibility, pc.joining as place_joining, pc.look as place_look, pc.motif as place_motif,
            pc.pack, pc.pack_version, pc.pack_language, pc.pack_hash, pc.guidelines_version, pc.revision
            """;

    public static final String COLUMNS = COMMUNITY + """
            , pm.account_id as place_member, pm.role as place_role, pm.standing as place_standing, pm.joined_at as place_since,
            pm.guidelines as place_guidelines, pm.onboarded as place_onboarded, pm.profession as place_profession
            """;

    static final String MEMBERSHIP =
            " left join community.membership pm on pm.community_id = pc.id and pm.account_id = :viewer and pm.left_at is null ";

    /** Behind the rows {@code t} of a {@code from}, which have a {@code community_id}. */
    public static final String BESIDE = " join community.community pc on pc.id = t.community_id" + MEMBERSHIP;

    private PlaceRows() {}

    /** The place of a row, where the viewer may read it. */
    public static Place readable(Viewer viewer, ResultSet row) throws SQLException {
        var place = place(viewer, row);
        if (!place.readable()) {
            throw new NotHere();
        }
        return place;
    }

    static Place place(Viewer viewer, ResultSet row) throws SQLException {
        return new Place(viewer, community(row), membership(row));
    }

    static Community community(ResultSet row) throws SQLException {
        return new Community(
                new CommunityId(row.getObject("place_id", UUID.class)),
                row.getString("place_slug"),
                row.getString("place_name"),
                row.getString("place_tagline"),
                row.getString("pack"),
                row.getInt("pack_version"),
                Locale.forLanguageTag(row.getString("place_language")),
                Community.Visibility.valueOf(row.getString("place_visibility")),
                Community.Joining.valueOf(row.getString("place_joining")),
                row.getString("place_look"),
                row.getString("place_motif"),
                row.getInt("guidelines_version"),
                Community.Running.of(row));
    }

    private static @Nullable Membership membership(ResultSet row) throws SQLException {
        var member = row.getObject("place_member", UUID.class);
        return member == null
                ? null
                : new Membership(
                        new MemberId(member),
                        Role.valueOf(row.getString("place_role")),
                        Membership.Standing.valueOf(row.getString("place_standing")),
                        row.getObject("place_since", OffsetDateTime.class).toInstant(),
                        row.getInt("place_guidelines"),
                        row.getBoolean("place_onboarded"),
                        row.getString("place_profession"));
    }
}
