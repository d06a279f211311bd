package kith.notification;

import java.time.Instant;
import java.util.UUID;

/** A mail that waits to be carried. */
record Waiting(
        UUID id, String address, String locale, String subject, String text, String html, int tries, Instant madeAt) {}
