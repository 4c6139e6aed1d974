package dev.segmentation.core.book;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Cut;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Explanation;
import dev.segmentation.api.Gap;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Standing;
import dev.segmentation.api.Summary;
import dev.segmentation.core.ranking.Ranking;
import dev.segmentation.core.ranking.SummaryAccumulator;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The outcome for a book in memory: the number of the segment of each client; the rest is made when asked for. */
final class ColumnSegmentation implements Segmentation {

    private static final Logger LOG = LoggerFactory.getLogger(ColumnSegmentation.class);

    private final ColumnBook book;
    private final Segmenter segmenter;

    /** The segments, and behind them the mark of the unscored. */
    private final List<Segment> places;

    private final int[] placeOf;
    private final long[] counts;
    private final IntFunction<Assignment> assigner;
    private final IntToDoubleFunction scorer;
    private final IntPredicate attention;

    private final Map<Measure, List<Summary>> summaries = new ConcurrentHashMap<>();

    /** Made when first asked for, by one thread while others that ask wait. */
    private volatile @Nullable Ranks ranks;

    ColumnSegmentation(ColumnBook book, Segmenter segmenter) {
        this.book = book;
        this.segmenter = segmenter;
        List<Segment> segments = segmenter.segments();
        this.places =
                Stream.concat(segments.stream(), Stream.of(Segment.UNSCORED)).toList();
        checkOrders(segments);
        if (segmenter instanceof ColumnSegmenter columnar) {
            this.placeOf = columnar.places(book);
            this.assigner = columnar.assigner(book, placeOf);
            this.scorer = columnar.scorer(book, placeOf);
            this.attention = columnar.asksForAttention() ? Segmentation.super::needsAttention : row -> false;
        } else {
            OneByOne placed = new OneByOne(book, segmenter, places);
            this.placeOf = placed.places();
            this.assigner = row -> segmenter.assign(book.client(row));
            this.scorer = placed::score;
            this.attention = placed::needsAttention;
        }
        this.counts = count(placeOf, places.size());
        // Names of schemes and counts only: what is known of a client stays out of every log.
        LOG.debug(
                "scheme {} placed {} clients, unscored {}",
                segmenter.schemeId(),
                placeOf.length,
                count(Segment.UNSCORED));
    }

    /** Counted in four rows by turns: adding to the number that was just added to has to wait for it. */
    private static long[] count(int[] placeOf, int places) {
        int[][] rows = new int[4][places];
        int even = placeOf.length - placeOf.length % rows.length;
        for (int i = 0; i < even; i += rows.length) {
            rows[0][placeOf[i]]++;
            rows[1][placeOf[i + 1]]++;
            rows[2][placeOf[i + 2]]++;
            rows[3][placeOf[i + 3]]++;
        }
        for (int i = even; i < placeOf.length; i++) {
            rows[0][placeOf[i]]++;
        }
        long[] counts = new long[places];
        Arrays.setAll(
                counts,
                place -> Arrays.stream(rows).mapToLong(row -> row[place]).sum());
        return counts;
    }

    private void checkOrders(List<Segment> segments) {
        Set<String> names = new HashSet<>();
        for (int s = 0; s < segments.size(); s++) {
            Segment segment = segments.get(s);
            if (segment.order() != s + 1 || !names.add(segment.name())) {
                throw new IllegalArgumentException("the segments of scheme " + segmenter.schemeId()
                        + " must have different names and the orders 1, 2, 3 and so on, but segment " + (s + 1) + " is "
                        + segment + " of order " + segment.order());
            }
        }
    }

    @Override
    public ClientBook book() {
        return book;
    }

    @Override
    public Segmenter segmenter() {
        return segmenter;
    }

    @Override
    public Segment segment(int index) {
        return places.get(placeOf[index]);
    }

    @Override
    public Assignment assignment(int index) {
        return assigner.apply(Objects.checkIndex(index, placeOf.length));
    }

    @Override
    public double score(int index) {
        return scorer.applyAsDouble(Objects.checkIndex(index, placeOf.length));
    }

    @Override
    public boolean needsAttention(int index) {
        return attention.test(Objects.checkIndex(index, placeOf.length));
    }

    @Override
    public long count(Segment segment) {
        return counts[place(segment)];
    }

    @Override
    public Summary summary(Segment segment, Measure measure) {
        int place = place(segment);
        return summaries.computeIfAbsent(measure, this::summaries).get(place);
    }

    /** Gives the summaries of all places, as who asks for one asks for the others too. */
    private List<Summary> summaries(Measure measure) {
        double[] column = book.column(measure);
        List<SummaryAccumulator> made =
                places.stream().map(place -> new SummaryAccumulator()).toList();
        for (int row = 0; row < placeOf.length; row++) {
            made.get(placeOf[row]).add(column[row]);
        }
        SummaryAccumulator ofAll = new SummaryAccumulator();
        made.forEach(ofAll::merge);
        book.keep(measure, ofAll.summary());
        return made.stream().map(SummaryAccumulator::summary).toList();
    }

    @Override
    public Optional<Standing> standing(int index) {
        if (segmenter.ordering().isEmpty() || !segment(index).isScored()) {
            return Optional.empty();
        }
        Ranks all = ranks();
        double rank = all.ranks[index];
        return Double.isNaN(rank) ? Optional.empty() : Optional.of(new Standing((long) rank, all.ranked));
    }

    private Ranks ranks() {
        Ranks made = ranks;
        return made == null ? makeRanks() : made;
    }

    private synchronized Ranks makeRanks() {
        Ranks made = ranks;
        if (made == null) {
            made = new Ranks(
                    Ranking.withDefaults().ranks(book.keys(segmenter.ordering().orElseThrow())));
            ranks = made;
        }
        return made;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Costs some thousand placings of this one client, some passes over the book's columns, and the first time the
     * ranks of all.
     */
    @Override
    public Explanation explanation(int index) {
        Assignment assignment = assignment(index);
        Explanation explanation = Explanation.of(assignment);
        if (!assignment.isScored()) {
            return explanation;
        }
        int order = assignment.segment().order();
        Client client = book.client(index);
        return explanation
                .withGaps(gap(index, order - 1), gap(index, order + 1))
                .withChanges(
                        new NearestChange(book, segmenter, client, other -> other < order)
                                .find()
                                .orElse(null),
                        new NearestChange(book, segmenter, client, other -> other > order)
                                .find()
                                .orElse(null))
                .withTextChanges(
                        new NearestTextChange(book, segmenter, client, order, other -> other < order)
                                .find()
                                .orElse(null),
                        new NearestTextChange(book, segmenter, client, order, other -> other > order)
                                .find()
                                .orElse(null));
    }

    /** Gives how far a client is from the cut to a segment beside; null where there is none. */
    private @Nullable Gap gap(int index, int order) {
        Cutoffs cutoffs = segmenter.cutoffs().orElse(null);
        Ordering ordering = segmenter.ordering().orElse(null);
        Standing standing = standing(index).orElse(null);
        if (cutoffs == null || ordering == null || standing == null || order < 1 || order >= places.size()) {
            return null;
        }
        int own = placeOf[index];
        boolean isBetter = order - 1 < own;
        Cut cut = cutoffs.cuts().get(isBetter ? order - 1 : own);
        if (cut.wanted() == 0) {
            return null; // the cut lies above everything: nobody is near it
        }
        Ordering.Key key = ordering.keys().get(0);
        double distance = cut.boundary().get(0) - key.of(book.client(index));
        long clients = isBetter ? standing.rank() - cut.count() : cut.count() + 1 - standing.rank();
        // A client that came after the book was fitted may stand beyond a cut that it does not reach.
        return new Gap(
                places.get(order - 1), key.name(), Math.max(0, isBetter ? distance : -distance), Math.max(0, clients));
    }

    private int place(Segment segment) {
        int place = places.indexOf(segment);
        if (place < 0) {
            throw new IllegalArgumentException("there must be a segment '" + segment + "', but there are " + places);
        }
        return place;
    }

    /** Gives one line: {@code Segmentation[four-s, 250 clients, 4 segments]}. */
    @Override
    public String toString() {
        return "Segmentation[" + segmenter.schemeId() + ", " + placeOf.length + " clients, " + (places.size() - 1)
                + " segments]";
    }

    /** The rank of each client, NaN for those without, and how many have one. */
    private static final class Ranks {

        private final double[] ranks;
        private final long ranked;

        Ranks(double... ranks) {
            long known = 0;
            for (double rank : ranks) {
                known += Double.isNaN(rank) ? 0 : 1;
            }
            this.ranks = ranks;
            this.ranked = known;
        }
    }
}
