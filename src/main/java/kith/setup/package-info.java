/**
 * How a house begins and what comes into it from elsewhere: the first start, the demo, and imports of articles, questions and whole communities. Words:
 * <em>arrival</em> (something that was brought here, kept once however often it is brought), <em>line</em> (of a file in JSON Lines), <em>tally</em>. It
 * never changes what somebody here has written, and never lets a demo's open doors into a real house. Depends on {@code house}, {@code page},
 * {@code identity}, {@code notification}, {@code community}, {@code conversation} and {@code library}.
 */
@NullMarked
package kith.setup;

import org.jspecify.annotations.NullMarked;
