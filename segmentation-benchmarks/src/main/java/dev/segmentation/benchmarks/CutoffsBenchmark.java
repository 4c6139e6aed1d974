package dev.segmentation.benchmarks;

/**
 * The values that bound the top 10 %, 25 % and 50 %; nobody is labelled.
 *
 * <p>"by counting" is this library's search over partitions that need not be in one place; it reads them several times.
 */
public class CutoffsBenchmark extends ColumnBenchmark {

    static final Peers<double[]> PEERS = new Peers<double[]>()
            .with(
                    Peers.OURS,
                    cell -> true,
                    (inputs, n) ->
                            Contender.of(inputs, values -> Ours.cuts(values, n), (values, cuts) -> Ours.read(cuts)))
            .with(
                    "by counting",
                    cell -> true,
                    (inputs, n) -> Contender.of(
                            Ours.partitions(inputs, n), Ours::countedCuts, (values, cuts) -> Ours.read(cuts)))
            .with("Commons quantile", Cell::isOneThread, (inputs, n) -> Contender.of(inputs, Commons::quantiles))
            .with("Commons selection", Cell::isOneThread, (inputs, n) -> Contender.of(inputs, Commons::selection))
            .with("Guava", Cell::suitsGuava, (inputs, n) -> Contender.of(inputs, Guava::quantiles))
            .with("sort", cell -> true, (inputs, n) -> Contender.of(inputs, values -> JdkSort.cutoffs(values, n)))
            .with("DuckDB", cell -> true, DuckDb::cutoffs);

    /** For JMH. */
    public CutoffsBenchmark() {}

    @Override
    Peers<double[]> peers() {
        return PEERS;
    }

    @Override
    double[] truth(double[] values) {
        return Truth.cutoffs(values);
    }
}
