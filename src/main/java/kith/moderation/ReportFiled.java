package kith.moderation;

import java.time.Instant;
import java.util.UUID;
import kith.community.CommunityId;

/** Somebody reported something; {@code file} is the case that it opened or joined, {@code kind} and {@code subject} what it is about. */
public record ReportFiled(
        UUID report, UUID file, CommunityId community, String kind, UUID subject, Reason reason, Instant at) {}
