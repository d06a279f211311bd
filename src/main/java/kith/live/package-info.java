/**
 * Pages that keep up with the house: what changes is told to whoever has it open, on every node. Words: <em>channel</em> (what a page can follow: a topic, a
 * community, a member's own things), <em>change</em> (that something on a channel is not as it was), <em>feed</em> (all changes of the last hour, in one
 * order), <em>stream</em> (one open line to one browser). It never carries words, names or who did something, only what to ask for again by the ordinary way,
 * where the reader is looked at anew. Depends on {@code house}, {@code page} and {@code identity}.
 */
@NullMarked
package kith.live;

import org.jspecify.annotations.NullMarked;
