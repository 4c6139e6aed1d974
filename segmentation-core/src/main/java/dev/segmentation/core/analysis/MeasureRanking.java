package dev.segmentation.core.analysis;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Measure;
import dev.segmentation.core.ranking.PercentRank;
import dev.segmentation.core.ranking.Ranking;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The clients of a book ranked by one measure.
 *
 * <p>With the revenues 9, 7, 7 and unknown, the usual ranking and {@link PercentRank#WEAK} the ranks are 1, 2, 2 and
 * {@code NaN}, the percent ranks 1, 2/3, 2/3 and {@code NaN}.
 */
public final class MeasureRanking {

    private final ClientBook book;
    private final Measure measure;
    private final double[] values;
    private final double[] ranks;
    private final double[] percentRanks;

    private MeasureRanking(ClientBook book, Measure measure, double[] values, double[] ranks, double[] percentRanks) {
        this.book = book;
        this.measure = measure;
        this.values = values;
        this.ranks = ranks;
        this.percentRanks = percentRanks;
    }

    /**
     * Ranks the clients; the better way of the measure is best.
     *
     * @param book the book
     * @param measure a measure of the book
     * @param ranking what equal and unknown values get; its own best end does not matter
     * @param definition which percent rank
     * @return the ranking
     * @throws IllegalArgumentException if the book does not have the measure, or a value is unknown and that is refused
     */
    public static MeasureRanking of(ClientBook book, Measure measure, Ranking ranking, PercentRank definition) {
        double[] values = BookColumn.of(book, measure);
        Ranking directed = ranking.withBest(measure.direction());
        return new MeasureRanking(
                book, measure, values, directed.ranks(values), directed.percentRanks(values, definition));
    }

    /**
     * Gives the measure.
     *
     * @return the measure
     */
    public Measure measure() {
        return measure;
    }

    /**
     * Gives how many clients there are.
     *
     * @return the size of the book
     */
    public int size() {
        return values.length;
    }

    /**
     * Gives the clients from the best to the worst: equal ones in the order of the book, those without a rank last.
     *
     * @return one a client
     */
    public List<RankedClient> clients() {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> ranks[row]))
                .map(row -> new RankedClient(book.client(row).id(), values[row], ranks[row], percentRanks[row]))
                .toList();
    }

    /** Gives one line: {@code MeasureRanking[revenue, 250 clients]}. */
    @Override
    public String toString() {
        return "MeasureRanking[" + ShortName.of(measure) + ", " + values.length + " clients]";
    }

    /**
     * Where one client stands.
     *
     * @param clientId the client
     * @param value its value; {@code NaN} where it is unknown
     * @param rank 1 is best; {@code NaN} where it has none
     * @param percentRank from 0 to 1; {@code NaN} where it has none
     */
    public record RankedClient(String clientId, double value, double rank, double percentRank) {}
}
