/**
 * What was done and read, by whom, in the order in which it happened: only ever added to, and chained so that a change or a gap shows. Words: <em>entry</em>
 * (one act), <em>chain</em> (the keyed hash that binds an entry to all before it). It never holds words of health, names or addresses: an entry says who did
 * what to which id. Depends on {@code house} alone.
 */
@NullMarked
package kith.audit;

import org.jspecify.annotations.NullMarked;
