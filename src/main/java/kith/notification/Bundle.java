package kith.notification;

import java.util.UUID;
import kith.identity.MemberId;

/** All that one member is told of one topic; {@code silenced} where no mails of it are wanted. */
record Bundle(UUID id, MemberId who, UUID thread, UUID community, boolean silenced) {}
