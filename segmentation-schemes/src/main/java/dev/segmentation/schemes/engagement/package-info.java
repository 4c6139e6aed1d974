/**
 * The engagement quadrants: profitable or not, and whether the client gets what the practice does.
 *
 * <p>Start at {@link dev.segmentation.schemes.engagement.Engagement}.
 */
@NullMarked
package dev.segmentation.schemes.engagement;

import org.jspecify.annotations.NullMarked;
