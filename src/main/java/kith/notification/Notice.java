package kith.notification;

import java.util.UUID;

/** One thing that one member is told of, in its topic. */
record Notice(UUID id, UUID bundle, String kind, UUID about) {}
