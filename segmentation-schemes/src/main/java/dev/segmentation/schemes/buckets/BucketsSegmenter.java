package dev.segmentation.schemes.buckets;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Client;
import dev.segmentation.api.InvalidSettingsException;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Settings;
import dev.segmentation.core.book.ColumnSegmenter;
import dev.segmentation.core.book.Columns;
import dev.segmentation.core.scoring.FittedScorecard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Places clients in the bucket of their grades, and moves those with a quality up one. */
final class BucketsSegmenter implements ColumnSegmenter {

    private static final long serialVersionUID = 1;

    private final Segment[] segments;

    /** One a measure; its score is the grade. */
    private final FittedScorecard[] buckets;

    /** The grades of each segment. */
    private final int[][] grades;

    private final Measure[] qualities;

    BucketsSegmenter(List<Segment> segments, FittedScorecard[] buckets, int[][] grades, List<Measure> qualities) {
        if (grades.length != segments.size() || Arrays.stream(grades).anyMatch(own -> own.length != buckets.length)) {
            throw new IllegalArgumentException("there must be one grade a measure for each of the " + segments.size()
                    + " segments, but they are " + Arrays.deepToString(grades));
        }
        this.segments = segments.toArray(new Segment[0]);
        this.buckets = buckets.clone();
        this.grades = grades.clone();
        this.qualities = qualities.toArray(new Measure[0]);
    }

    static BucketsSegmenter from(Settings settings) {
        settings.allow("scheme", "segments", "buckets", "grades", "qualities").mustBe("scheme", Buckets.ID);
        List<Segment> segments = Segment.listFrom(settings, "segments").orElseThrow(settings.lacking("segments"));
        FittedScorecard[] buckets = settings.groups("buckets").orElseThrow(settings.lacking("buckets")).stream()
                .map(FittedScorecard::from)
                .toArray(FittedScorecard[]::new);
        double[] flat = settings.reals("grades").orElseThrow(settings.lacking("grades"));
        int width = Math.max(1, buckets.length);
        boolean isWhole = flat.length % width == 0 && Arrays.stream(flat).allMatch(grade -> grade == (int) grade);
        if (!isWhole) {
            throw new InvalidSettingsException(
                    "grades", "must be whole numbers, " + width + " a segment, but were " + Arrays.toString(flat));
        }
        int[][] grades = new int[flat.length / width][width];
        for (int i = 0; i < grades.length * width; i++) {
            grades[i / width][i % width] = (int) flat[i];
        }
        List<Measure> qualities = settings.measures("qualities").orElse(List.of());
        return settings.checked("grades", () -> new BucketsSegmenter(segments, buckets, grades, qualities));
    }

    @Override
    public Settings settings() {
        return Settings.empty()
                .with("scheme", schemeId())
                .with("segments", Arrays.stream(segments).map(Segment::settings).toList())
                .with(
                        "buckets",
                        Arrays.stream(buckets).map(FittedScorecard::settings).toList())
                .with(
                        "grades",
                        Arrays.stream(grades)
                                .flatMapToInt(Arrays::stream)
                                .boxed()
                                .toList())
                .with("qualities", List.of(qualities));
    }

    @Override
    public String schemeId() {
        return Buckets.ID;
    }

    @Override
    public List<Segment> segments() {
        return List.of(segments);
    }

    @Override
    public List<Requirement> requirements() {
        List<Requirement> requirements = new ArrayList<>();
        for (FittedScorecard bucket : buckets) {
            requirements.addAll(bucket.requirements());
        }
        for (Measure quality : qualities) {
            requirements.add(Requirement.uses(quality).wholeWithin(0, 1));
        }
        return List.copyOf(requirements);
    }

    @Override
    public int place(Client client) {
        int place = placeByNumbers(client);
        return place < segments.length && hasQuality(client) ? oneUp(place) : place;
    }

    private int placeByNumbers(Client client) {
        double first = buckets[0].score(client);
        double second = buckets.length > 1 ? buckets[1].score(client) : 0;
        if (Double.isNaN(first) || Double.isNaN(second)) {
            return segments.length;
        }
        for (int place = 0; place < segments.length; place++) {
            if (grades[place][0] == first && (buckets.length < 2 || grades[place][1] == second)) {
                return place;
            }
        }
        throw new IllegalArgumentException("the grades of buckets must be whole, but are " + first
                + (buckets.length > 1 ? " and " + second : "") + " (client " + client.id() + ")");
    }

    private boolean hasQuality(Client client) {
        boolean hasQuality = false;
        for (Measure quality : qualities) {
            hasQuality |= client.measure(quality) == 1;
        }
        return hasQuality;
    }

    /** Gives the segment with one grade more in the first measure that has a better bucket. */
    private int oneUp(int place) {
        for (int b = 0; b < buckets.length; b++) {
            for (int other = 0; other < place; other++) {
                if (isOneUp(other, place, b)) {
                    return other;
                }
            }
        }
        return place;
    }

    private boolean isOneUp(int other, int place, int raised) {
        for (int b = 0; b < buckets.length; b++) {
            if (grades[other][b] != grades[place][b] + (b == raised ? 1 : 0)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Assignment assign(Client client) {
        Requirement.checkAll(requirements(), client);
        int byNumbers = placeByNumbers(client);
        List<Reason> reasons = new ArrayList<>();
        if (byNumbers == segments.length) {
            Arrays.stream(buckets).forEach(bucket -> reasons.addAll(bucket.unscored(client)));
            return Assignment.unscored(client.id(), reasons);
        }
        int place = place(client);
        for (Measure quality : qualities) {
            double answer = client.measure(quality);
            String words = quality.name().replace('_', ' ');
            if (Double.isNaN(answer)) {
                reasons.add(Reason.unknown(quality.name()));
            } else if (answer == 1 && place != byNumbers) {
                reasons.add(new Reason(
                        "quality.up",
                        List.of(quality.name(), segments[byNumbers].name(), segments[place].name()),
                        words + ": up one from " + segments[byNumbers]));
            } else if (answer == 1) {
                reasons.add(new Reason("quality.top", List.of(quality.name()), words + ": in the best already"));
            }
        }
        for (FittedScorecard bucket : buckets) {
            reasons.addAll(bucket.explain(client).reasons());
        }
        return Assignment.of(client.id(), segments[place]).withReasons(reasons);
    }

    /** A client has no score. */
    @Override
    public IntToDoubleFunction scorer(Columns columns, int[] places) {
        return row -> Double.NaN;
    }

    @Override
    public boolean asksForAttention() {
        return false;
    }

    @Override
    public String toString() {
        return "Segmenter[" + schemeId() + ", " + segments.length + " segments]";
    }
}
