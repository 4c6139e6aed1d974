/**
 * The ideas of the library as interfaces and values: what a vendor calls and what a scheme implements.
 *
 * <p>Needs {@code java.base} only. Start at {@link dev.segmentation.api}.
 */
module dev.segmentation.api {
    requires static transitive org.jspecify;

    exports dev.segmentation.api;

    uses dev.segmentation.api.SegmentationScheme;
}
