package dev.segmentation.core.review;

import dev.segmentation.api.Client;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.core.book.ColumnSegmenter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes moves apart: the client is placed anew with one thing after the other as it is now, in the order of the causes. */
final class Causes {

    private final ReviewedSegmentation now;
    private final Decisions decisions;

    /** What the rule said last time, where that is known. */
    private final @Nullable Segmentation then;

    private final @Nullable Segmenter segmenterThen;
    private final List<Segment> segmentsThen;

    /** What the scheme of last time says of the book of now. */
    private final @Nullable Segmentation thenSchemeNow;

    Causes(ReviewedSegmentation now, Previous previous, Decisions decisions) {
        this.now = now;
        this.decisions = decisions;
        this.then = previous.rule().orElse(null);
        this.segmenterThen = then == null ? null : then.segmenter();
        this.segmentsThen = then == null ? List.of() : then.segments();
        SegmentationScheme scheme = previous.scheme().orElse(null);
        this.thenSchemeNow =
                scheme == null ? null : isSame(scheme, now.scheme()) ? now.rule() : scheme.segment(now.book());
    }

    /** A scheme that does not tell its settings is the same only where it is the very same. */
    private static boolean isSame(SegmentationScheme one, SegmentationScheme other) {
        boolean isToldSame = one.id().equals(other.id())
                && !one.settings().keys().isEmpty()
                && one.settings().equals(other.settings());
        return one == other || isToldSame;
    }

    Move of(int row) {
        Client client = now.book().client(row);
        Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
        int at = decisions.before(row);
        Optional<Integer> rowThen =
                then == null ? Optional.empty() : then.book().find(client.id());
        if (then != null && thenSchemeNow != null && rowThen.isPresent()) {
            at = step(causes, Cause.LAST_DECISION, at, place(then.segment(rowThen.get())));
            int byOwnData = place(segmentThen(client));
            boolean isKnowledge = isUnscored(at) != isUnscored(byOwnData);
            at = step(causes, isKnowledge ? Cause.KNOWLEDGE : Cause.OWN_DATA, at, byOwnData);
            at = step(causes, Cause.OTHERS, at, place(thenSchemeNow.segment(row)));
            at = step(causes, Cause.SCHEME, at, decisions.ruled(row));
        } else {
            at = step(causes, Cause.UNTOLD, at, decisions.ruled(row));
        }
        boolean isOverridden = decisions.decidedBy(row) != null;
        step(causes, isOverridden ? Cause.OVERRIDE : Cause.HOLD, at, decisions.now(row));
        return new Move(client.id(), segment(decisions.before(row)), segment(decisions.now(row)), causes);
    }

    /** Gives where the rule of then has a client of now; an assignment with its reasons is made only where there is no other way. */
    private Segment segmentThen(Client client) {
        if (segmenterThen instanceof ColumnSegmenter columnar) {
            int place = columnar.place(client);
            return place == segmentsThen.size() ? Segment.UNSCORED : segmentsThen.get(place);
        }
        return Objects.requireNonNull(segmenterThen).assign(client).segment();
    }

    /** Notes how many segments better the client is by one cause, and gives where it is then. */
    private static int step(Map<Cause, Integer> causes, Cause cause, int from, int to) {
        if (from != to) {
            causes.merge(cause, from - to, Integer::sum);
        }
        return to;
    }

    private boolean isUnscored(int place) {
        return place == now.segments().size();
    }

    /** Gives the place of a segment of last time: by its name, and one that is no more is as if unscored. */
    private int place(Segment segment) {
        return decisions.place(segment.name());
    }

    private Segment segment(int place) {
        List<Segment> segments = now.segments();
        return isUnscored(place) ? Segment.UNSCORED : segments.get(place);
    }
}
