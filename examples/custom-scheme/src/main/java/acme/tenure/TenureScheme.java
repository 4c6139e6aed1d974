package acme.tenure;

import dev.segmentation.api.Book;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Settings;
import dev.segmentation.api.TopShares;
import java.util.List;

/** Loyal, settled and new clients, by their years with the practice. */
public final class TenureScheme implements SegmentationScheme {

    private static final Measure TENURE = Measure.of("tenure");

    private final TopShares shares;

    /** The top quarter is loyal, the next half settled. */
    public TenureScheme() {
        this(TopShares.of(0.25, 0.75));
    }

    private TenureScheme(TopShares shares) {
        if (shares.shares().size() != 2) {
            throw new IllegalArgumentException(
                    "there must be two shares, but there are " + shares.shares().size());
        }
        this.shares = shares;
    }

    @Override
    public String id() {
        return "acme.tenure";
    }

    @Override
    public String description() {
        return "Loyal, settled and new clients, by years with the practice.";
    }

    @Override
    public List<Segment> segments() {
        return List.of(Segment.of("Loyal", 1), Segment.of("Settled", 2), Segment.of("New", 3));
    }

    @Override
    public List<Requirement> requirements() {
        return List.of(Requirement.needs(TENURE));
    }

    @Override
    public Segmenter fit(Book book) {
        Ordering byTenure = Ordering.by(TENURE);
        return Segmenter.ranked(id(), segments(), byTenure, book.cutoffs(byTenure, shares));
    }

    @Override
    public Segmenter segmenter(Settings settings) {
        return Segmenter.ranked(id(), settings);
    }

    @Override
    public Settings settings() {
        return Settings.empty().with("tiers", shares.settings());
    }

    @Override
    public SegmentationScheme withSettings(Settings settings) {
        settings.allow("tiers");
        TopShares tiers = settings.group("tiers").map(TopShares::from).orElse(shares);
        return settings.checked("tiers", () -> new TenureScheme(tiers));
    }
}
