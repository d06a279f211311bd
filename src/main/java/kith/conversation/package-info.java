/**
 * One-to-many conversation: topics, posts, thanks, drafts. Words: <em>topic</em>, <em>post</em> (a topic's first post opens it, the others are its
 * replies), <em>thanks</em>, <em>voice</em> (as whom somebody speaks), <em>draft</em>. It never ranks or counts people, never removes a post by itself, and
 * never puts words of a post into an event. Depends on {@code house}, {@code page}, {@code audit}, {@code identity}, {@code notification},
 * {@code community}, {@code duty} and {@code moderation}.
 */
@NullMarked
package kith.conversation;

import org.jspecify.annotations.NullMarked;
