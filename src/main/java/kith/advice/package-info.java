/**
 * Questions that members ask of practitioners, and their answers. Words: <em>question</em> (public, or closed: between its asker and whoever answers),
 * <em>routing</em> (to whom it was given, and why), <em>answer</em> (with sources and the day until which it is thought to be right), <em>second reader</em>
 * (another practitioner who reads an answer before it goes out), <em>correction</em> (what an answer said before, and why it changed), <em>asking on</em>. It
 * never diagnoses, never sends a word that no person read, and never shows a closed question to anybody who need not read it, managers included. Depends on
 * {@code house}, {@code page}, {@code identity}, {@code notification}, {@code community}, {@code duty}, {@code practitioner} and {@code conversation}.
 */
@NullMarked
package kith.advice;

import org.jspecify.annotations.NullMarked;
