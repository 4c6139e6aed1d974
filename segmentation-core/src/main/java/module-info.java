/**
 * Ranking and percentile math, scoring, and the book in memory.
 *
 * <p>Start at {@link dev.segmentation.core.book.Books}.
 */
module dev.segmentation.core {
    requires transitive dev.segmentation.api;
    requires com.google.common;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports dev.segmentation.core.analysis;
    exports dev.segmentation.core.book;
    exports dev.segmentation.core.ranking;
    exports dev.segmentation.core.review;
    exports dev.segmentation.core.scoring;
}
