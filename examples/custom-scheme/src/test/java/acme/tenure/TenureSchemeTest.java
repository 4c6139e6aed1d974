package acme.tenure;

import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.testkit.SegmentationSchemeContract;

class TenureSchemeTest implements SegmentationSchemeContract {
    @Override
    public SegmentationScheme scheme() {
        return new TenureScheme();
    }
}
