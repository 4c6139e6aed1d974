/**
 * The contract that every scheme must keep, as tests that the author of a scheme inherits.
 *
 * <p>Start at {@link dev.segmentation.testkit.SegmentationSchemeContract}.
 */
module dev.segmentation.testkit {
    requires transitive dev.segmentation.api;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;

    exports dev.segmentation.testkit;
}
