/**
 * The built-in schemes, one package each, and service plans, which work with the segments of any scheme.
 *
 * <p>Start at {@link dev.segmentation.schemes.fours.FourS}, and at {@link dev.segmentation.schemes.plan.ServicePlan}.
 */
module dev.segmentation.schemes {
    requires transitive dev.segmentation.api;
    requires transitive dev.segmentation.core;
    requires static transitive org.jspecify;

    exports dev.segmentation.schemes.abc;
    exports dev.segmentation.schemes.buckets;
    exports dev.segmentation.schemes.engagement;
    exports dev.segmentation.schemes.fours;
    exports dev.segmentation.schemes.pareto;
    exports dev.segmentation.schemes.plan;

    provides dev.segmentation.api.SegmentationScheme with
            dev.segmentation.schemes.abc.Abc,
            dev.segmentation.schemes.buckets.Buckets,
            dev.segmentation.schemes.engagement.Engagement,
            dev.segmentation.schemes.fours.FourS,
            dev.segmentation.schemes.pareto.Pareto;
}
