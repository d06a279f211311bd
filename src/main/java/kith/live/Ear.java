package kith.live;

import java.util.UUID;
import kith.identity.MemberId;

/** Somebody who would listen to the channel of this key. */
public record Ear(MemberId who, UUID key) {}
