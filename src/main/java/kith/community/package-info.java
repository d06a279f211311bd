/**
 * Communities and what makes each its own place: packs, sections, membership, roles, joining and onboarding, guidelines, who shows what to whom. Words:
 * <em>place</em> (a community as one viewer stands in it), <em>pack</em>, <em>section</em>, <em>membership</em>. It never decides what may be said; that is
 * {@code moderation}. Depends on {@code house}, {@code page}, {@code audit}, {@code identity} and {@code notification}.
 */
@NullMarked
package kith.community;

import org.jspecify.annotations.NullMarked;
