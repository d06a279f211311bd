/**
 * Finding what was said and kept in a community. Words: <em>document</em> (what one post or article is in the index), <em>asked</em> (what somebody looks for),
 * <em>term</em> (one word of it), <em>find</em> (one result). It never indexes what is out of sight or who wrote something, never keeps or logs what somebody
 * looked for, and shows a result only as its own module shows it to this reader now. Depends on {@code house}, {@code page}, {@code identity},
 * {@code community}, {@code conversation} and {@code library}.
 */
@NullMarked
package kith.search;

import org.jspecify.annotations.NullMarked;
