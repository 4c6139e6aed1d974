/**
 * Rank, percentile, quantile, cut-off and summary math over primitive arrays; it knows nothing of clients.
 *
 * <p>Start at {@link dev.segmentation.core.ranking.Ranking} for ranks, at {@link
 * dev.segmentation.core.ranking.Distribution} for percentiles and quantiles, at {@link
 * dev.segmentation.core.ranking.Concentration} for who brings how much of a total, at {@link
 * dev.segmentation.core.ranking.Normalization} for columns on one scale, at {@link dev.segmentation.core.ranking.Bins} for
 * bins, at {@link dev.segmentation.core.ranking.TopShareCuts} for cut-offs (or {@link
 * dev.segmentation.core.ranking.CutoffSearch} where the rows are in several places), and at {@link
 * dev.segmentation.core.ranking.SummaryAccumulator} for sums. Of the rest, {@code ColumnRanker} chooses how an array is
 * ranked, and {@code Selection} how a cut-off is found.
 */
@NullMarked
package dev.segmentation.core.ranking;

import org.jspecify.annotations.NullMarked;
