package dev.segmentation.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * Ranks within very many small books that lie one behind the other: one figure is for all of them, ten thousand of a
 * thousand clients. No book comes twice within it, as the processor would learn a short one by heart.
 *
 * <p>This library ranks them where they lie, with a workspace a thread; the peers rank whole arrays, so each book is copied
 * out and its ranks back. "sort alone" gives no ranks.
 */
public class BooksBenchmark extends PeerBenchmark<double[]> {

    static final Peers<double[]> PEERS = peers(1_000);

    /** For JMH. */
    public BooksBenchmark() {}

    private static Peers<double[]> peers(int size) {
        return new Peers<double[]>()
                .with(
                        Peers.OURS,
                        cell -> true,
                        (inputs, n) -> intoOneArray(inputs, (books, result) -> Ours.bookRanks(books, size, n, result)))
                .with("Commons ranking", cell -> true, (inputs, n) -> of(inputs, size, n, Commons.ranker(Ties.AVERAGE)))
                .with(
                        "fastutil radix",
                        cell -> true,
                        (inputs, n) -> of(inputs, size, n, Fastutil.radix(Ties.AVERAGE, 1)))
                .with(
                        "fastutil quick",
                        cell -> true,
                        (inputs, n) -> of(inputs, size, n, Fastutil.quick(Ties.AVERAGE, 1)))
                .with("Smile", cell -> true, (inputs, n) -> of(inputs, size, n, Smile.ranker(Ties.AVERAGE)))
                .with("streams", cell -> true, (inputs, n) -> of(inputs, size, n, Streams.ranker(Ties.AVERAGE, 1)))
                .with("DuckDB", cell -> true, (inputs, n) -> DuckDb.bookRanks(inputs, size, n))
                .with("sort alone", cell -> true, (inputs, n) -> sortAlone(inputs, size, n));
    }

    private static Contender of(List<double[]> inputs, int size, int threads, Ranker ranker) {
        return intoOneArray(inputs, (books, result) -> ranker.bookRanks(books, size, threads, result));
    }

    /** All ranks go to an array that is kept: to make a new one of 80 MB would take longer than to rank some books. */
    private static Contender intoOneArray(List<double[]> inputs, BinaryOperator<double[]> work) {
        double[] result = new double[inputs.get(0).length];
        return Contender.of(inputs, books -> work.apply(books, result));
    }

    private static Contender sortAlone(List<double[]> inputs, int size, int threads) {
        Ranker sort = values -> JdkSort.sorted(values, 1);
        double[] result = new double[inputs.get(0).length];
        return Contender.of(
                inputs,
                books -> sort.bookRanks(books, size, threads, result),
                (books, sorted) -> eachBook(
                        books,
                        size,
                        (book, from) -> JdkSort.readRanks(book, Arrays.copyOfRange(sorted, from, from + size))));
    }

    private interface OfBook {
        double[] ranks(double[] book, int from);
    }

    private static double[] eachBook(double[] books, int size, OfBook ranker) {
        double[] result = new double[books.length];
        for (int from = 0; from < books.length; from += size) {
            double[] ranks = ranker.ranks(Arrays.copyOfRange(books, from, from + size), from);
            System.arraycopy(ranks, 0, result, from, size);
        }
        return result;
    }

    @Override
    Peers<double[]> peers() {
        return PEERS;
    }

    @Override
    List<double[]> inputs() {
        double[] books = new double[total / size * size];
        for (int from = 0; from < books.length; from += size) {
            System.arraycopy(column.make(size, from), 0, books, from, size);
        }
        return List.of(books);
    }

    @Override
    double[] truth(double[] books) {
        return eachBook(books, size, (book, from) -> Truth.averageRanks(book));
    }
}
