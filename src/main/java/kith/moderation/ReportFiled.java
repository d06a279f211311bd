package kith.moderation;

import java.time.Instant;
import java.util.UUID;
import kith.community.CommunityId;

/** Somebody reported something; {@code file} is the case that it opened or joined. */
public record ReportFiled(UUID report, UUID file, CommunityId community, Reason reason, Instant at) {}
