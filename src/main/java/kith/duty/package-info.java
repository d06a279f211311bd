/**
 * What somebody owes somebody by a time. Words: <em>duty</em> (who is owed what, by when, who holds it), <em>cause</em> (what opened it: one cause has at
 * most one open duty), <em>claim</em> (somebody holds it for an hour; then it lapses by itself), <em>round</em> (a person's open duties in the order of what
 * is lost by waiting), <em>late</em> (open after its time). A duty that is ended after its time counts as missed, though its act was done; one whose reason
 * went away is withdrawn. It never knows what a duty is about: the module that opens one says what its row shows ({@code DutyKind}). Depends on
 * {@code page}, {@code audit}, {@code identity} and {@code community}.
 */
@NullMarked
package kith.duty;

import org.jspecify.annotations.NullMarked;
