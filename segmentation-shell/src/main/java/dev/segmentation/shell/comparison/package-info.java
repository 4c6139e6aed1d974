/**
 * Two outcomes side by side.
 *
 * <p>Start at {@link dev.segmentation.shell.comparison.Comparison}.
 */
@NullMarked
package dev.segmentation.shell.comparison;

import org.jspecify.annotations.NullMarked;
