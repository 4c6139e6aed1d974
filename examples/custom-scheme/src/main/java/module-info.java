module acme.tenure {
    requires dev.segmentation.api;

    provides dev.segmentation.api.SegmentationScheme with
            acme.tenure.TenureScheme;
}
