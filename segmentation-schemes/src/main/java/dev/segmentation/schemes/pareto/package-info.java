/**
 * The vital few and the useful many: the clients who together bring most of a total.
 *
 * <p>Start at {@link dev.segmentation.schemes.pareto.Pareto}.
 */
@NullMarked
package dev.segmentation.schemes.pareto;

import org.jspecify.annotations.NullMarked;
