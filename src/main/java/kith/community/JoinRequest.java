package kith.community;

import java.time.Instant;
import java.util.UUID;
import kith.identity.Card;

/** Somebody asks to become a member, in their own words. */
public record JoinRequest(UUID id, Card who, String words, Instant at) {}
