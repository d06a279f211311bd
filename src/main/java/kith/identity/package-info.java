/**
 * Who somebody is to the house: accounts, sign-in, sessions, display names, consent, and the export and erasure of everything about a person. Words:
 * <em>viewer</em> (the person asking, without whom nothing is found), <em>card</em> (what others see of a member), <em>consent</em>. It never shows an e-mail
 * address to anybody but its owner, and never asks for a real name or a birth date. Depends on {@code house}, {@code page} and {@code audit}.
 */
@NullMarked
package kith.identity;

import org.jspecify.annotations.NullMarked;
