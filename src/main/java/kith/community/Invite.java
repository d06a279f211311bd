package kith.community;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invitation that still counts: for whom ({@code email}, null for anybody with the link), until when and for how many. */
public record Invite(UUID id, @Nullable String email, int usesLeft, Instant expires) {}
