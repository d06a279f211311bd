package kith.conversation;

import java.util.List;

/** Which posts of a topic get one of their own: those chosen, with the {@code rest} that follows them or without, under a new title. */
record Split(List<PostId> posts, boolean rest, String title) {}
