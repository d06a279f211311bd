package kith.community;

import java.util.Set;
import kith.identity.MemberId;

/** Implemented by the module that checks practitioners: who of a community may be shown as one now. */
public interface Advising {
    Set<MemberId> advisingAsHouse(CommunityId community);
}
