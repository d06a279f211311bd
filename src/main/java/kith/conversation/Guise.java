package kith.conversation;

import java.util.UUID;

/** The name and face of one anonymous voice in one topic; {@code speaking} when its member spoke last as it. */
public record Guise(UUID id, String name, String face, boolean speaking) {}
