/**
 * What a community keeps to read again: articles with their source, their licence and the day on which somebody looks at them again. Words:
 * <em>article</em>, <em>focus</em> (the one thing that an article is about), <em>review</em>, <em>version</em>. It never shows an article without saying
 * where it is from, and never drops what an article said before. Depends on {@code house}, {@code page}, {@code audit}, {@code identity},
 * {@code notification}, {@code community}, {@code duty} and {@code moderation}.
 */
@NullMarked
package kith.library;

import org.jspecify.annotations.NullMarked;
