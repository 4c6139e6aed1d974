/**
 * Ideal, pre-ideal and exception clients.
 *
 * <p>Start at {@link dev.segmentation.schemes.abc.Abc}.
 */
@NullMarked
package dev.segmentation.schemes.abc;

import org.jspecify.annotations.NullMarked;
