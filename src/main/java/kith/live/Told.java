package kith.live;

import java.util.UUID;

/** That something on a channel is not as it was, before it has a place in the feed: see {@link Feed#publish}. */
public record Told(Channel channel, String kind, UUID about) {}
