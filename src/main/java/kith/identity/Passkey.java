package kith.identity;

import java.time.Instant;
import java.util.UUID;

/** A passkey as its owner sees it. */
public record Passkey(UUID id, String label, Instant madeAt, Instant usedAt) {}
