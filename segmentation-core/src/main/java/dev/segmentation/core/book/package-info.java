/**
 * The book in memory: one column of numbers a measure.
 *
 * <p>Start at {@link dev.segmentation.core.book.Books}, which makes a book of the caller's own objects.
 */
@NullMarked
package dev.segmentation.core.book;

import org.jspecify.annotations.NullMarked;
