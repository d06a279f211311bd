package kith.duty;

import kith.community.CommunityId;
import kith.identity.MemberId;
import org.jspecify.annotations.Nullable;

/** A duty was given to somebody by another, or by the house where {@code by} is null. */
public record DutyHanded(
        DutyId duty,
        String cause,
        CommunityId community,
        MemberId to,
        @Nullable MemberId by) {}
