package kith.notification;

import java.util.UUID;
import kith.identity.MemberId;

/** All that one member is told of one topic; {@code kind} is that of its first notice, {@code silenced} where no mails of it are wanted. */
record Bundle(UUID id, MemberId who, UUID thread, UUID community, String kind, boolean silenced) {}
