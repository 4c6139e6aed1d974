/**
 * Benchmarks of the ranking core and of its peers, in the same run.
 *
 * <p>Start at {@link dev.segmentation.benchmarks.Task}. Every peer does the same task: where its rules for ties or unknown
 * values are others, what it lacks is done around it and timed with it. Every answer is checked before it is timed.
 */
@NullMarked
package dev.segmentation.benchmarks;

import org.jspecify.annotations.NullMarked;
