package kith.community;

import java.util.Objects;
import kith.identity.MemberId;
import kith.identity.Viewer;
import org.jspecify.annotations.Nullable;

/** A community as one viewer stands in it; {@code membership} is null for somebody who only reads from outside. */
public record Place(
        Viewer viewer, Community community, @Nullable Membership membership) {
    public boolean member() {
        return membership != null;
    }

    /** Whether more than the front door is there for them. */
    public boolean readable() {
        return member() || community.visibility() == Community.Visibility.OPEN_TO_READ;
    }

    /** Whether they may write: a member in good standing who has acknowledged the guidelines in force. */
    public boolean mayWrite() {
        return membership != null
                && membership.standing() == Membership.Standing.ACTIVE
                && membership.guidelines() >= community.guidelinesVersion();
    }

    /** Whether they look after the conversations of others here. */
    public boolean hosts() {
        return membership != null
                && membership.standing() == Membership.Standing.ACTIVE
                && membership.role().hosts();
    }

    public boolean manages() {
        return hosts() && Objects.requireNonNull(membership).role() == Role.MANAGER;
    }

    public MemberId self() {
        return viewer.member();
    }

    /** The path of one of this community's pages, such as {@code /conversations/slow-mornings}. */
    public String path(String noun) {
        return "/" + noun + "/" + community.slug();
    }
}
