/**
 * One-to-many conversation: topics, posts, thanks, drafts. Words: <em>topic</em>, <em>post</em> (a topic's first post opens it, the others are its
 * replies), <em>thanks</em>, <em>voice</em> (as whom somebody speaks: under their name, or anonymously as somebody made for one topic),
 * <em>content note</em>, <em>wish</em> (what kind of reply is hoped for), <em>draft</em>. It never shows who is behind an anonymous voice, never ranks or counts people, never removes a post by itself, and
 * never puts words of a post into an event. Depends on {@code house}, {@code page}, {@code audit}, {@code identity}, {@code notification},
 * {@code community}, {@code duty} and {@code moderation}.
 */
@NullMarked
package kith.conversation;

import org.jspecify.annotations.NullMarked;
