/**
 * Which texts, such as occupations, are over-represented among the best clients.
 *
 * <p>Start at {@link dev.segmentation.shell.niche.Niches}.
 */
@NullMarked
package dev.segmentation.shell.niche;

import org.jspecify.annotations.NullMarked;
