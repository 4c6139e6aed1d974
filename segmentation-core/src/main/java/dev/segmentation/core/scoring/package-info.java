/**
 * How a score is made: criteria, each with a measure, a grading and a weight.
 *
 * <p>Start at {@link dev.segmentation.core.scoring.Scorecard}.
 */
@NullMarked
package dev.segmentation.core.scoring;

import org.jspecify.annotations.NullMarked;
