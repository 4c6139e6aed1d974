/**
 * A segmentation done again: last time's segments, what people decided, and why each client moved.
 *
 * <p>Start at {@link dev.segmentation.core.review.Review}, which works with every scheme. It gives a
 * {@link dev.segmentation.core.review.ReviewedSegmentation}, and that the
 * {@link dev.segmentation.core.review.Migration} from last time to now.
 */
@NullMarked
package dev.segmentation.core.review;

import org.jspecify.annotations.NullMarked;
