package dev.segmentation.shell.csv;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Standing;
import dev.segmentation.core.review.ReviewedSegmentation;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts behind the rows of a file what became of their clients; several threads may do so, each with a block of its own. */
final class SegmentedRows {

    /** About as much is added to a row, in bytes. */
    private static final int MOSTLY_ADDED = 300;

    private final Segmentation result;
    private final AddedColumns added;
    private final Consumer<Assignment> seen;
    private final WrittenCells cells;
    private final Numbers numbers;
    private final String lineEnd;
    private final byte[] unknown;
    private final byte[] unranked;

    SegmentedRows(
            ClientFileReader.Clients clients, Segmentation result, AddedColumns added, Consumer<Assignment> seen) {
        this.result = result;
        this.added = added;
        this.seen = seen;
        this.cells = clients.cells();
        this.numbers = clients.file().numbers();
        this.lineEnd = clients.file().lineEnd();
        this.unknown = cells.of(List.of(""));
        this.unranked = cells.of(List.of("", ""));
    }

    /** Gives about how many bytes the rows of a block take. */
    int size(KeptRows.Block block) {
        return (int) Math.min(1 << 30, block.size() + (long) MOSTLY_ADDED * block.rows());
    }

    /** Writes the rows of a block, of which the first is that of a place in the book, to the end of some bytes, and gives these. */
    RowBytes write(KeptRows.Block block, int first, RowBytes out) {
        for (int row = first; row < first + block.rows(); row++) {
            block.write(row - first, out);
            writePlace(row, out);
            // The assignment, which costs most, is asked for where something of it is needed.
            if (added.hasReasons() || added.isReview() || result.needsAttention(row)) {
                Assignment assignment = result.assignment(row);
                seen.accept(assignment);
                if (added.hasReasons()) {
                    write(reasons(assignment.reasons()), out);
                }
                if (added.isReview() && result instanceof ReviewedSegmentation review) {
                    write(cells.of(reviewed(review, assignment, row)), out);
                }
            }
            out.writeAscii(lineEnd);
        }
        return out;
    }

    private void writePlace(int row, RowBytes out) {
        write(segment(result.segment(row)), out);
        write(score(result.score(row)), out);
        Standing standing = result.standing(row).orElse(null);
        if (standing == null) {
            write(unranked, out);
        } else {
            cells.writeWhole(standing.rank(), out);
            cells.writePercent(standing.percentile(), out);
        }
    }

    private byte[] segment(Segment segment) {
        byte[] known = cells.known(segment);
        return known != null
                ? known
                : cells.keep(
                        segment, List.of(segment.name(), segment.isScored() ? Integer.toString(segment.order()) : ""));
    }

    private byte[] score(double score) {
        if (Double.isNaN(score)) {
            return unknown;
        }
        byte[] known = cells.known(score);
        return known != null ? known : cells.keep(score, List.of(numbers.text(score)));
    }

    private byte[] reasons(List<Reason> reasons) {
        SameReasons same = new SameReasons(reasons);
        byte[] known = cells.known(same);
        return known != null
                ? known
                : cells.keep(same, List.of(reasons.stream().map(Reason::text).collect(Collectors.joining("; "))));
    }

    private static void write(byte[] written, RowBytes out) {
        out.write(written, 0, written.length);
    }

    private static List<String> reviewed(ReviewedSegmentation review, Assignment assignment, int row) {
        return List.of(
                review.before(row).map(Segment::name).orElse(""),
                review.since(row).map(LocalDate::toString).orElse(""),
                assignment.decidedBy().name().toLowerCase(Locale.ROOT),
                review.moveReason(row));
    }

    /** Reasons that are known again if they are the same objects, which is found out faster than whether they are equal. */
    private static final class SameReasons {

        private final List<Reason> reasons;
        private final int hash;

        SameReasons(List<Reason> reasons) {
            this.reasons = reasons;
            int mixed = 0;
            for (Reason reason : reasons) {
                mixed = 31 * mixed + System.identityHashCode(reason);
            }
            this.hash = mixed;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof SameReasons that && isSame(that.reasons);
        }

        @SuppressWarnings("ReferenceEquality") // what this class is for
        private boolean isSame(List<Reason> others) {
            boolean isSame = reasons.size() == others.size();
            for (int r = 0; isSame && r < reasons.size(); r++) {
                isSame = reasons.get(r) == others.get(r);
            }
            return isSame;
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
