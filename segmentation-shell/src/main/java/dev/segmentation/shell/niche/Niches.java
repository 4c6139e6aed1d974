package dev.segmentation.shell.niche;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.FisherExactTest;

/**
 * Which texts of a book are over-represented among its best clients, such as an occupation to look for.
 *
 * <p>Every text that enough clients have is tried, each with Fisher's exact test against all other clients whose text of that
 * attribute is known; so many tests find something by chance, and therefore the p-values are adjusted by the method of
 * Benjamini and Hochberg over all that were tried. What is not found is told too. Unscored clients take no part. A
 * text is a hint, not a cause: the best may be of one occupation because of where the adviser looked for them.
 *
 * <p>Sources: R. A. Fisher, "Statistical Methods for Research Workers", 5th edition (1934); Y. Benjamini and Y. Hochberg,
 * "Controlling the False Discovery Rate", Journal of the Royal Statistical Society B 57 (1995), 289-300. The control
 * holds for tests that are independent or positively dependent.
 */
public final class Niches {

    /** Fewer clients than this say little; they are not tried, so that they do not weaken the other tests. */
    public static final int FEWEST_CLIENTS = 5;

    /** The part of the findings that may be false, on the average. */
    public static final double FALSE_DISCOVERY_RATE = 0.05;

    private final List<Segment> best;
    private final long clients;
    private final long bestClients;
    private final int fewestClients;
    private final double falseDiscoveryRate;
    private final int notTried;
    private final List<Niche> tried;

    private Niches(Segmentation result, Set<Segment> best, int fewestClients, double falseDiscoveryRate) {
        this.best = List.copyOf(best);
        this.fewestClients = fewestClients;
        this.falseDiscoveryRate = falseDiscoveryRate;
        this.clients = result.size() - result.count(Segment.UNSCORED);
        this.bestClients = best.stream().mapToLong(result::count).sum();
        List<Niche> all = new ArrayList<>();
        for (String attribute : result.book().attributes()) {
            all.addAll(texts(result, best, attribute));
        }
        List<Niche> enough =
                all.stream().filter(niche -> niche.clients() >= fewestClients).toList();
        this.notTried = all.size() - enough.size();
        this.tried = adjusted(enough);
    }

    /**
     * Tries the texts of a segmented book against its best segment.
     *
     * @param result the outcome for a book
     * @return what was tried
     */
    public static Niches of(Segmentation result) {
        return of(result, result.segments().subList(0, 1), FEWEST_CLIENTS, FALSE_DISCOVERY_RATE);
    }

    /**
     * Tries the texts of a segmented book.
     *
     * @param result the outcome for a book
     * @param best the segments whose clients are the best ones
     * @param fewestClients how many clients must have a text for it to be tried; 1 or more
     * @param falseDiscoveryRate which part of the findings may be false, on the average; above 0, at most 1
     * @return what was tried
     * @throws IllegalArgumentException if no segment is named or one is not of the outcome, or a number is out of range
     */
    public static Niches of(Segmentation result, List<Segment> best, int fewestClients, double falseDiscoveryRate) {
        if (best.isEmpty() || !result.segments().containsAll(best)) {
            throw new IllegalArgumentException(
                    "the best segments must be some of " + result.segments() + ", but were " + best);
        }
        if (fewestClients < 1) {
            throw new IllegalArgumentException("the fewest clients must be 1 or more, but were " + fewestClients);
        }
        if (!(falseDiscoveryRate > 0 && falseDiscoveryRate <= 1)) {
            throw new IllegalArgumentException(
                    "the false discovery rate must be in (0, 1], but was " + falseDiscoveryRate);
        }
        return new Niches(result, new LinkedHashSet<>(best), fewestClients, falseDiscoveryRate);
    }

    private static List<Niche> texts(Segmentation result, Set<Segment> best, String attribute) {
        ClientBook book = result.book();
        Map<String, long[]> counts = new TreeMap<>();
        long known = 0;
        long bestKnown = 0;
        for (int row = 0; row < result.size(); row++) {
            Segment segment = result.segment(row);
            Optional<String> text = book.client(row).attribute(attribute);
            if (segment.isScored() && text.isPresent()) {
                long[] count = counts.computeIfAbsent(text.get(), first -> new long[2]);
                boolean isBest = best.contains(segment);
                count[0]++;
                known++;
                if (isBest) {
                    count[1]++;
                    bestKnown++;
                }
            }
        }
        List<Niche> niches = new ArrayList<>();
        for (Map.Entry<String, long[]> count : counts.entrySet()) {
            long with = count.getValue()[0];
            long amongBest = count.getValue()[1];
            double p = p(amongBest, with - amongBest, bestKnown - amongBest, known - with - (bestKnown - amongBest));
            niches.add(new Niche(attribute, count.getKey(), with, amongBest, known, bestKnown, p, p));
        }
        return niches;
    }

    /** Gives the p-value of a table of four counts; 1 where it could be no other, as when all clients have the text. */
    private static double p(long withBest, long withOther, long withoutBest, long withoutOther) {
        boolean isDecided =
                withoutBest + withoutOther == 0 || withBest + withoutBest == 0 || withOther + withoutOther == 0;
        if (isDecided) {
            return 1;
        }
        int[][] table = {
            {Math.toIntExact(withBest), Math.toIntExact(withOther)},
            {Math.toIntExact(withoutBest), Math.toIntExact(withoutOther)}
        };
        return FisherExactTest.withDefaults()
                .with(AlternativeHypothesis.GREATER_THAN)
                .test(table)
                .getPValue();
    }

    /** Gives them by rising p-value, each with the least of the later p times all over its place. */
    private static List<Niche> adjusted(List<Niche> niches) {
        List<Niche> rising = niches.stream()
                .sorted(Comparator.comparingDouble(Niche::p)
                        .thenComparing(Comparator.comparingDouble(Niche::lift).reversed())
                        .thenComparing(Niche::attribute)
                        .thenComparing(Niche::text))
                .toList();
        List<Niche> adjusted = new ArrayList<>(rising);
        double least = 1;
        for (int i = rising.size() - 1; i >= 0; i--) {
            least = Math.min(least, rising.get(i).p() * rising.size() / (i + 1));
            adjusted.set(i, rising.get(i).withAdjustedP(least));
        }
        return List.copyOf(adjusted);
    }

    /**
     * Gives the segments whose clients are the best ones.
     *
     * @return at least one
     */
    public List<Segment> best() {
        return best;
    }

    /**
     * Gives how many clients were judged.
     *
     * @return the size of the book without the unscored
     */
    public long clients() {
        return clients;
    }

    /**
     * Gives how many clients are among the best.
     *
     * @return 0 or more
     */
    public long bestClients() {
        return bestClients;
    }

    /**
     * Gives how many clients must have a text for it to be tried.
     *
     * @return 1 or more
     */
    public int fewestClients() {
        return fewestClients;
    }

    /**
     * Gives which part of the findings may be false, on the average.
     *
     * @return above 0, at most 1
     */
    public double falseDiscoveryRate() {
        return falseDiscoveryRate;
    }

    /**
     * Gives how many texts too few clients have.
     *
     * @return 0 or more
     */
    public int notTried() {
        return notTried;
    }

    /**
     * Gives all that were tried, the most striking first.
     *
     * @return by rising p-value
     */
    public List<Niche> tried() {
        return tried;
    }

    /**
     * Gives those that are found at the false discovery rate.
     *
     * @return the first of those that were tried
     */
    public List<Niche> found() {
        return tried.stream()
                .filter(niche -> niche.adjustedP() <= falseDiscoveryRate)
                .toList();
    }

    /** Gives one line: {@code Niches[2 found, 31 tried]}. */
    @Override
    public String toString() {
        return "Niches[" + found().size() + " found, " + tried.size() + " tried]";
    }
}
