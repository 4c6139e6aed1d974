package dev.segmentation.core.review;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Explanation;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Standing;
import dev.segmentation.api.Summary;
import dev.segmentation.core.ranking.SummaryAccumulator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outcome of a {@link Review}: where each client is, and what decided that. */
public final class ReviewedSegmentation implements Segmentation {

    private final LocalDate date;
    private final SegmentationScheme scheme;
    private final Segmentation rule;
    private final Optional<Previous> previous;
    private final OverrideLedger overrides;
    private final Decisions decisions;
    private final List<Segment> segments;
    private final long[] counts;

    /** Made when first asked for; making it twice gives the same. */
    private volatile @Nullable Causes causes;

    ReviewedSegmentation(
            LocalDate date,
            SegmentationScheme scheme,
            Segmentation rule,
            Optional<Previous> previous,
            OverrideLedger overrides,
            Decisions decisions) {
        this.date = date;
        this.scheme = scheme;
        this.rule = rule;
        this.previous = previous;
        this.overrides = overrides;
        this.decisions = decisions;
        this.segments = rule.segments();
        this.counts = new long[segments.size() + 1];
        for (int row = 0; row < rule.size(); row++) {
            counts[decisions.now(row)]++;
        }
    }

    /**
     * Gives the day that the review is of.
     *
     * @return the day
     */
    public LocalDate date() {
        return date;
    }

    /**
     * Gives what the rule alone says.
     *
     * @return the plain segmentation
     */
    public Segmentation rule() {
        return rule;
    }

    SegmentationScheme scheme() {
        return scheme;
    }

    /**
     * Gives the day on which a client came into its segment.
     *
     * @param index the client's place in the book, from 0
     * @return the day of an earlier review, or of this one; nothing where last time's is not known
     */
    public Optional<LocalDate> since(int index) {
        if (previous.isEmpty() || decisions.before(index) != decisions.now(index)) {
            return Optional.of(date);
        }
        return Optional.of(previous.get().since(book().client(index).id()))
                .filter(day -> !day.equals(Previous.UNKNOWN));
    }

    /**
     * Gives where a client was last time.
     *
     * @param index the client's place in the book, from 0
     * @return the segment, {@link Segment#UNSCORED}, or nothing for a client that was not there
     */
    public Optional<Segment> before(int index) {
        int place = decisions.before(index);
        return place == Decisions.ABSENT ? Optional.empty() : Optional.of(segment(place, segments));
    }

    private static Segment segment(int place, List<Segment> segments) {
        return place == segments.size() ? Segment.UNSCORED : segments.get(place);
    }

    @Override
    public ClientBook book() {
        return rule.book();
    }

    /** Gives what places the clients of this book as it was decided, and others by the rule. */
    @Override
    public Segmenter segmenter() {
        Map<String, Decided> decided = new HashMap<>();
        for (int row = 0; row < size(); row++) {
            LedgerEntry entry = decisions.decidedBy(row);
            if (decisions.now(row) != decisions.ruled(row) || entry != null) {
                decided.put(book().client(row).id(), decided(row));
            }
        }
        return new ReviewedSegmenter(rule.segmenter(), decided);
    }

    private Decided decided(int row) {
        LedgerEntry entry = decisions.decidedBy(row);
        Segment ruled = segment(decisions.ruled(row), segments);
        Segment now = segment(row);
        if (entry != null) {
            return Decided.byOverride(now, entry, ruled);
        }
        return Decided.byHold(now, Objects.requireNonNull(decisions.heldBy(row)), ruled);
    }

    @Override
    public List<Segment> segments() {
        return segments;
    }

    @Override
    public Segment segment(int index) {
        return segment(decisions.now(index), segments);
    }

    @Override
    public Assignment assignment(int index) {
        boolean isRule = decisions.now(index) == decisions.ruled(index) && decisions.decidedBy(index) == null;
        Assignment ruled = rule.assignment(index);
        return isRule ? ruled : decided(index).applied(ruled);
    }

    /** The score is that by the rule, whatever was decided. */
    @Override
    public double score(int index) {
        return rule.score(index);
    }

    @Override
    public boolean needsAttention(int index) {
        return rule.needsAttention(index);
    }

    @Override
    public Explanation explanation(int index) {
        return rule.explanation(index).withAssignment(assignment(index));
    }

    @Override
    public Optional<Standing> standing(int index) {
        return rule.standing(index);
    }

    @Override
    public long count(Segment segment) {
        rule.count(segment); // refuses one that is none
        return counts[segment.isScored() ? segments.indexOf(segment) : segments.size()];
    }

    @Override
    public Summary summary(Segment segment, Measure measure) {
        rule.summary(segment, measure); // refuses what is not there
        int place = segment.isScored() ? segments.indexOf(segment) : segments.size();
        SummaryAccumulator summary = new SummaryAccumulator();
        for (int row = 0; row < size(); row++) {
            if (decisions.now(row) == place) {
                summary.add(book().client(row).measure(measure));
            }
        }
        return summary.summary();
    }

    /**
     * Gives the moves that a control held, in whole or in part.
     *
     * @return one a client, in the order of the book
     */
    public List<Held> held() {
        List<Held> held = new ArrayList<>();
        for (int row = 0; row < size(); row++) {
            Control control = decisions.heldBy(row);
            if (control != null) {
                held.add(new Held(
                        book().client(row).id(),
                        segment(decisions.before(row), segments),
                        segment(decisions.ruled(row), segments),
                        segment(row),
                        control));
            }
        }
        return List.copyOf(held);
    }

    /**
     * Gives the overrides in force that say otherwise than the rule.
     *
     * @return one a client, in the order of the book; clients that the rule leaves unscored are as if behind the worst
     *     segment
     */
    public List<Contradiction> contradictions() {
        List<Contradiction> contradictions = new ArrayList<>();
        for (int row = 0; row < size(); row++) {
            LedgerEntry entry = decisions.decidedBy(row);
            int steps = decisions.ruled(row) - decisions.now(row);
            if (entry != null && steps != 0) {
                contradictions.add(new Contradiction(entry, segment(decisions.ruled(row), segments), steps));
            }
        }
        return List.copyOf(contradictions);
    }

    /**
     * Gives the overrides that do not hold any more.
     *
     * @return those that ended before the day of the review
     */
    public List<LedgerEntry> expired() {
        return overrides.expired(date);
    }

    /**
     * Gives the overrides in force for clients that the book does not have.
     *
     * @return the entries; mostly none
     */
    public List<LedgerEntry> unknownClients() {
        return decisions.unknownClients();
    }

    /**
     * Says whether the review is beside one of last time.
     *
     * @return whether there is a migration
     */
    public boolean hasPrevious() {
        return previous.isPresent();
    }

    /**
     * Says in words why a client moved.
     *
     * @param index the client's place in the book, from 0
     * @return for example {@code own data +1}; empty for a client that did not move, and without a last time
     */
    public String moveReason(int index) {
        int before = decisions.before(index);
        if (previous.isEmpty() || before == Decisions.ABSENT || before == decisions.now(index)) {
            return "";
        }
        return causes().of(index).why();
    }

    private Causes causes() {
        Causes made = causes;
        if (made == null) {
            made = new Causes(this, previous.orElseThrow(), decisions);
            causes = made;
        }
        return made;
    }

    /**
     * Gives who moved since last time, and why.
     *
     * @return the migration
     * @throws IllegalStateException if the review knows of no last time
     */
    public Migration migration() {
        return new Migration(
                this,
                previous.orElseThrow(
                        () -> new IllegalStateException("a migration needs a last time, but there is none")),
                decisions,
                causes());
    }

    /** Gives one line: {@code Segmentation[four-s, 250 clients, 4 segments, as of 2026-11-22]}. */
    @Override
    public String toString() {
        return "Segmentation[" + scheme.id() + ", " + size() + " clients, " + segments.size() + " segments, as of "
                + date + "]";
    }
}
