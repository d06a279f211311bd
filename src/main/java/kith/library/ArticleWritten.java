package kith.library;

import java.time.Instant;
import kith.community.CommunityId;

/** Somebody wrote or changed an article, or it changed where it comes from. */
public record ArticleWritten(ArticleId article, CommunityId community, Instant at) {}
