/**
 * Practitioners: members whose profession somebody checked. Words: <em>application</em> (somebody asks to speak as a practitioner), <em>register</em> (the public
 * list that says who may work as what), <em>evidence</em> (what shows it; sealed, seen by who checks alone, gone with the decision), <em>checking</em> (what
 * somebody did to make sure), <em>credential</em> (what came of it, until a day), <em>mark</em> (what readers see of it beside words), <em>boundaries</em> (when
 * and how much somebody gives). It never shows a number or evidence to readers, never lets somebody check themselves, and never makes anybody reachable
 * around the clock. Depends on {@code house}, {@code page}, {@code audit}, {@code identity}, {@code notification}, {@code community} and {@code duty}.
 */
@NullMarked
package kith.practitioner;

import org.jspecify.annotations.NullMarked;
