package dev.segmentation.testkit;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Client;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Segmenter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What must be so of the place of one client. */
final class PlaceLaws {

    /** Not the NaN that Java makes, but one as arithmetic can leave behind: of the other sign, with other bits. */
    private static final double OTHER_NAN = Double.longBitsToDouble(0xfff8_0000_0000_0001L);

    private final Trial trial;

    PlaceLaws(Trial trial) {
        this.trial = trial;
    }

    Optional<String> equalClientsEqualSegment(Sample sample) {
        Segmentation result = trial.segmented(sample).orElse(null);
        if (result == null) {
            return Optional.empty();
        }
        for (int i = 0; i < sample.size(); i++) {
            Sample.Row row = sample.rows().get(i);
            for (int j = 0; j < i; j++) {
                Sample.Row other = sample.rows().get(j);
                if (row.isEqualTo(other) && !segmentOf(result, i).equals(segmentOf(result, j))) {
                    return Optional.of("clients " + other.id() + " and " + row.id() + " are equal, but in "
                            + segmentOf(result, j) + " and " + segmentOf(result, i));
                }
            }
            Sample.Row otherZeros = new Sample.Row(
                    row.id(), row.numbers().stream().map(PlaceLaws::otherZero).toList(), row.texts());
            Segment segment = segmentOf(result, i);
            Optional<Assignment> twin = Trial.placed(result.segmenter(), sample.client(otherZeros));
            if (twin.isPresent() && !twin.orElseThrow().segment().equals(segment)) {
                return Optional.of("client " + row.id() + " is in " + segment + ", but in "
                        + twin.orElseThrow().segment() + " with -0.0 for 0.0 or 0.0 for -0.0, which are equal");
            }
        }
        return Optional.empty();
    }

    private static Segment segmentOf(Segmentation result, int index) {
        return result.assignment(index).segment();
    }

    private static double otherZero(double number) {
        return number == 0 ? -number : number;
    }

    Optional<String> betterIsNeverWorse(Sample sample) {
        Segmentation result = trial.segmented(sample).orElse(null);
        if (result == null) {
            return Optional.empty();
        }
        for (int m = 0; m < sample.measures().size(); m++) {
            Measure measure = sample.measures().get(m);
            if (!trial.contract().isMonotone(measure)) {
                continue;
            }
            for (int i = 0; i < sample.size(); i++) {
                Optional<String> worse = worseWithBetter(result.segmenter(), sample, i, m);
                if (worse.isPresent()) {
                    return worse;
                }
            }
        }
        return Optional.empty();
    }

    /** Walks a measure of one client from worst to best, and remembers the best segment on the way. */
    private Optional<String> worseWithBetter(Segmenter segmenter, Sample sample, int i, int m) {
        Measure measure = sample.measures().get(m);
        List<Double> worstFirst = trial.samples().values(measure).stream()
                .sorted(Comparator.comparingDouble(measure.direction()::orient))
                .toList();
        Segment best = null;
        double bestAt = Double.NaN;
        for (double value : worstFirst) {
            Segment segment = Trial.placed(segmenter, with(sample, i, m, value))
                    .filter(Assignment::isScored)
                    .map(Assignment::segment)
                    .orElse(null);
            if (segment == null) {
                continue;
            }
            if (best != null && segment.order() > best.order()) {
                return Optional.of("client " + sample.rows().get(i).id() + " is in " + best + " with " + measure + " "
                        + bestAt + ", but in " + segment + " with the better " + value
                        + " (where that may be, isMonotone says so)");
            }
            if (best == null || segment.order() < best.order()) {
                best = segment;
                bestAt = value;
            }
        }
        return Optional.empty();
    }

    private static Client with(Sample sample, int i, int m, double value) {
        return sample.client(sample.rows().get(i).withNumber(m, value));
    }

    Optional<String> thereAreReasons(Sample sample) {
        Segmentation result = trial.segmented(sample).orElse(null);
        if (result == null) {
            return Optional.empty();
        }
        for (Assignment assignment : result) {
            if (assignment.reasons().isEmpty()) {
                return Optional.of(
                        "client " + assignment.clientId() + " is in " + assignment.segment() + " without a reason");
            }
            for (Reason reason : assignment.reasons()) {
                if (reason.code().isBlank() || reason.text().isBlank()) {
                    return Optional.of("client " + assignment.clientId() + " is in " + assignment.segment()
                            + " for a reason that does not say why: code '" + reason.code() + "', text '"
                            + reason.text() + "'");
                }
            }
        }
        return Optional.empty();
    }

    Optional<String> everyNanIsUnknown(Sample sample) {
        Segmentation result = trial.segmented(sample).orElse(null);
        Sample other = sample.withEachNumber(number -> Double.isNaN(number) ? OTHER_NAN : number);
        Segmentation otherResult = trial.segmented(other).orElse(null);
        if (result == null || otherResult == null) {
            return Objects.equals(result, otherResult)
                    ? Optional.empty()
                    : Optional.of("the book is refused with one NaN, and not with another one");
        }
        for (int i = 0; i < sample.size(); i++) {
            Optional<String> difference = Places.difference(result.assignment(i), otherResult.assignment(i));
            if (difference.isPresent()) {
                return Optional.of("client " + sample.rows().get(i).id() + " is " + difference.orElseThrow()
                        + " when the unknown numbers are NaN of other bits, as arithmetic leaves them");
            }
        }
        return Optional.empty();
    }

    /**
     * Fails for a measure that decides, and whose unknown is always taken for some number without a word.
     *
     * <p>A scheme may place a client of whom a number is unknown: as the worst, as one in the middle, by its other
     * numbers. But somewhere that must show, as another segment, score or reason than any number would give, else the
     * adviser cannot tell what is known from what was made up. So one client of all the books that shows it is enough.
     */
    void unknownIsNoNumber() {
        for (var requirement : trial.scheme().requirements()) {
            Measure measure = requirement.measure();
            boolean shows = trial.samples().all().stream().anyMatch(sample -> showsUnknown(sample, measure));
            if (!shows) {
                trial.holds(sample -> silentlyTaken(sample, measure));
            }
        }
    }

    private boolean showsUnknown(Sample sample, Measure measure) {
        int m = sample.measures().indexOf(measure);
        Segmentation result = m < 0 ? null : trial.segmented(sample).orElse(null);
        if (result == null) {
            return false;
        }
        for (int i = 0; i < sample.size(); i++) {
            if (decides(result.segmenter(), sample, i, m)
                    && takenFor(result.segmenter(), sample, i, m).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> silentlyTaken(Sample sample, Measure measure) {
        int m = sample.measures().indexOf(measure);
        Segmentation result = m < 0 ? null : trial.segmented(sample).orElse(null);
        if (result == null) {
            return Optional.empty();
        }
        for (int i = 0; i < sample.size(); i++) {
            Segmenter segmenter = result.segmenter();
            Optional<Double> taken = takenFor(segmenter, sample, i, m);
            if (taken.isPresent() && decides(segmenter, sample, i, m)) {
                Assignment assignment = segmenter.assign(with(sample, i, m, Double.NaN));
                return Optional.of("client " + assignment.clientId() + " with an unknown " + measure + " is in "
                        + assignment.segment() + ", with the very score and reasons of one with " + taken.orElseThrow()
                        + ", though " + measure + " decides; leave it unscored, or give a reason that says so");
            }
        }
        return Optional.empty();
    }

    /** Says whether a client's segment depends on a measure: some of its values lead to different ones. */
    private boolean decides(Segmenter segmenter, Sample sample, int i, int m) {
        return trial.samples().values(sample.measures().get(m)).stream()
                        .flatMap(value -> Trial.placed(segmenter, with(sample, i, m, value)).stream())
                        .map(Assignment::segment)
                        .distinct()
                        .count()
                > 1;
    }

    /** Gives the number that leads to the same assignment as an unknown one, to the last reason, if there is one. */
    private Optional<Double> takenFor(Segmenter segmenter, Sample sample, int i, int m) {
        Assignment unknown =
                Trial.placed(segmenter, with(sample, i, m, Double.NaN)).orElse(null);
        if (unknown == null) {
            return Optional.empty();
        }
        return trial.samples().values(sample.measures().get(m)).stream()
                .filter(value -> Trial.placed(segmenter, with(sample, i, m, value))
                        .filter(known -> Places.difference(unknown, known).isEmpty())
                        .isPresent())
                .findFirst();
    }
}
