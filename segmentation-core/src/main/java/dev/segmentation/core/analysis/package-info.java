/**
 * What is in a book: its measures and texts described, how unevenly a measure is spread, and its clients ranked by one.
 *
 * <p>Start at {@link dev.segmentation.core.analysis.BookDescription}.
 */
@NullMarked
package dev.segmentation.core.analysis;

import org.jspecify.annotations.NullMarked;
