/**
 * A {@link dev.segmentation.api.Book} of {@link dev.segmentation.api.Client}s goes in, a
 * {@link dev.segmentation.api.Segmentation} comes out.
 *
 * <p>Start at {@link dev.segmentation.api.SegmentationScheme}: it learns from a whole book and gives a
 * {@link dev.segmentation.api.Segmenter}, which places one client at a time. What is learnt is asked from the book as
 * three questions only ({@link dev.segmentation.api.Book#size size}, {@link dev.segmentation.api.Book#summary summary}
 * and {@link dev.segmentation.api.Book#cutoffs cutoffs}), so that a book in memory, in a database or on a cluster can
 * answer them alike. {@link dev.segmentation.api.Schemes} finds the schemes that are there.
 *
 * <p>Everything here is immutable and safe for use by several threads, unless its first sentence says that it is a
 * builder. {@code null} is refused where nothing else is said; an unknown number is {@code NaN}, an unknown text is
 * absent.
 */
@NullMarked
package dev.segmentation.api;

import org.jspecify.annotations.NullMarked;
