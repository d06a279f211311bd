package kith.practitioner;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import kith.community.CommunityId;
import kith.identity.MemberId;

/** What somebody may speak as in one community: what was checked, when, and until when it counts. */
public record Credential(
        UUID id, CommunityId community, MemberId who, Wanted wanted, LocalDate checked, Instant ends, boolean ended) {
    public boolean current(Instant at) {
        return !ended && at.isBefore(ends);
    }
}
