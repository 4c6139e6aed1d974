/**
 * Buckets of high, medium and low.
 *
 * <p>Start at {@link dev.segmentation.schemes.buckets.Buckets}.
 */
@NullMarked
package dev.segmentation.schemes.buckets;

import org.jspecify.annotations.NullMarked;
