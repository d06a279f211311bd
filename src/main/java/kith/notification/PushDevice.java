package kith.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A device on which a member is told, as they see it: {@code mark} lets its own browser know it again, and nobody push to it. */
public record PushDevice(
        UUID id,
        String name,
        String mark,
        Instant madeAt,
        @Nullable Instant toldAt) {}
