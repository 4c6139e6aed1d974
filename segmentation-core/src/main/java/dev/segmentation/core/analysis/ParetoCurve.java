package dev.segmentation.core.analysis;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Rounding;
import dev.segmentation.api.Share;
import dev.segmentation.core.ranking.Concentration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How unevenly a measure is spread over the clients: what the largest few bring, and how few bring 80 %.
 *
 * <p>Of the revenues 50, 30, 15 and 5 the largest quarter, 1 client, brings 0.5 of 100; 2 clients bring 80 %; the Gini
 * coefficient is 0.375. Largest means most, whichever way of the measure is better. All figures are exact sums rounded once;
 * with a total of 0 there are no shares, and they are {@code NaN}. See {@link Concentration} for sources and negative
 * amounts.
 *
 * @param measure the measure
 * @param clients how many clients have a known value
 * @param missing how many have none
 * @param total the sum of the known values
 * @param gini the Gini coefficient: 0 where all bring the same
 * @param bringing80Percent how few of the largest bring 80 % of the total; empty where the total is not above 0
 * @param largest what the largest 1, 5, 10, 20, 50 and 100 % of the clients bring
 */
public record ParetoCurve(
        Measure measure,
        long clients,
        long missing,
        double total,
        double gini,
        OptionalInt bringing80Percent,
        List<Point> largest) {

    private static final double MOST_OF_THE_TOTAL = 0.8;

    private static final List<Share> PARTS =
            Stream.of(0.01, 0.05, 0.10, 0.20, 0.50, 1.0).map(Share::of).toList();

    /**
     * Copies the list.
     *
     * @param measure see {@link #measure()}
     * @param clients see {@link #clients()}
     * @param missing see {@link #missing()}
     * @param total see {@link #total()}
     * @param gini see {@link #gini()}
     * @param bringing80Percent see {@link #bringing80Percent()}
     * @param largest see {@link #largest()}
     */
    public ParetoCurve {
        largest = List.copyOf(largest);
    }

    /**
     * Gives how a measure of a book is spread. Costs a sort.
     *
     * @param book the book
     * @param measure a measure of the book
     * @return how it is spread
     * @throws IllegalArgumentException if the book does not have the measure, or a value is infinite
     */
    public static ParetoCurve of(ClientBook book, Measure measure) {
        Concentration concentration = Concentration.of(BookColumn.of(book, measure));
        List<Point> largest = PARTS.stream()
                .map(part -> {
                    int clients = Math.toIntExact(part.count(concentration.size(), Rounding.NEAREST));
                    return new Point(part, clients, concentration.shareOfLargest(clients));
                })
                .toList();
        return new ParetoCurve(
                measure,
                concentration.size(),
                concentration.missing(),
                concentration.total(),
                concentration.gini(),
                concentration.countReaching(MOST_OF_THE_TOTAL),
                largest);
    }

    /** Gives one line: {@code ParetoCurve[revenue, 250 clients, Gini 0.41]}. */
    @Override
    public String toString() {
        return "ParetoCurve[" + ShortName.of(measure) + ", " + clients + " clients, Gini "
                + Math.round(100 * gini) / 100.0 + "]";
    }

    /**
     * What a part of the clients brings, counted from the largest.
     *
     * @param part which part of the clients was asked
     * @param clients how many that is, rounded to the nearest
     * @param share which share of the total they bring; {@code NaN} where that is 0
     */
    public record Point(Share part, int clients, double share) {}
}
