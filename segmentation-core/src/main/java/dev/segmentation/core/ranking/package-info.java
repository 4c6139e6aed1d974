/**
 * Rank, cut-off and summary math over primitive arrays; it knows nothing of clients.
 *
 * <p>Start at {@link dev.segmentation.core.ranking.TopShareCuts} and
 * {@link dev.segmentation.core.ranking.SummaryAccumulator}. Keys are numbers of which greater is better.
 */
@NullMarked
package dev.segmentation.core.ranking;

import org.jspecify.annotations.NullMarked;
