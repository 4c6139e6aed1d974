package dev.segmentation.benchmarks;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import dev.segmentation.schemes.abc.Abc;
import dev.segmentation.schemes.buckets.Buckets;
import dev.segmentation.schemes.engagement.Engagement;
import dev.segmentation.schemes.fours.FourS;
import dev.segmentation.schemes.pareto.Pareto;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Each built-in scheme as published, learnt from a book in memory whose clients it then places, on one thread.
 *
 * <p>What they are compared with is the ranking core's labelling of one ready column of revenue by the top 10 %, 25 % and
 * 50 %. A scheme's answer is compared with the segments of its clients one by one.
 */
public class SchemesBenchmark extends PeerBenchmark<SchemesBenchmark.Clients> {

    private static final List<SegmentationScheme> SCHEMES =
            List.of(FourS.scheme(), Pareto.scheme(), Abc.scheme(), Buckets.scheme(), Engagement.scheme());

    static final Peers<Clients> PEERS = peersOfAll();

    /** For JMH. */
    public SchemesBenchmark() {}

    /** Clients as a book, and their revenue as a column. */
    static final class Clients {

        private final ClientBook book;
        private final double[] revenue;

        Clients(ClientBook book, double... revenue) {
            this.book = book;
            this.revenue = revenue;
        }
    }

    private static Peers<Clients> peersOfAll() {
        Peers<Clients> peers = new Peers<Clients>()
                .with(
                        Peers.OURS,
                        cell -> true,
                        (inputs, n) -> Contender.of(
                                inputs,
                                clients -> Ours.tiers(clients.revenue, 1),
                                (clients, tiers) -> TopPlaces.read(tiers)));
        for (SegmentationScheme scheme : SCHEMES) {
            peers.with(
                    scheme.id(),
                    cell -> true,
                    (inputs, n) -> Contender.of(
                            inputs, clients -> scheme.segment(clients.book), (clients, result) -> read(result)));
        }
        return peers;
    }

    private static double[] read(Segmentation result) {
        return IntStream.range(0, (int) result.book().size())
                .mapToDouble(client -> number(result.segment(client)))
                .toArray();
    }

    private static double number(Segment segment) {
        return segment.isScored() ? segment.order() - 1 : -1;
    }

    @Override
    Peers<Clients> peers() {
        return PEERS;
    }

    @Override
    List<Clients> inputs() {
        return IntStream.range(0, Math.max(1, total / size))
                .mapToObj(this::clients)
                .toList();
    }

    /** Makes clients with all measures that one of the schemes asks for: grades, hours in halves, and amounts. */
    private Clients clients(int seed) {
        Map<String, Requirement> asked = new LinkedHashMap<>();
        SCHEMES.forEach(scheme -> scheme.requirements()
                .forEach(own ->
                        asked.merge(own.measure().name(), own, (first, other) -> first.wholeOnly() ? first : other)));
        List<Requirement> requirements = List.copyOf(asked.values());
        BookAppender book =
                Books.appender(requirements.stream().map(Requirement::measure).toList());
        SplittableRandom random = new SplittableRandom(seed);
        double[] revenue = new double[size];
        double[] row = new double[requirements.size()];
        for (int client = 0; client < size; client++) {
            for (int m = 0; m < row.length; m++) {
                row[m] = value(requirements.get(m), random);
                if (requirements.get(m).measure().equals(Measure.REVENUE)) {
                    revenue[client] = row[m];
                }
            }
            book.add("C-" + client, row);
        }
        return new Clients(book.build(), revenue);
    }

    private double value(Requirement requirement, SplittableRandom random) {
        if (requirement.wholeOnly()) {
            return requirement.least() + random.nextInt((int) (requirement.most() - requirement.least()) + 1);
        }
        return requirement.measure().equals(Measure.HOURS)
                ? Math.rint(2 * Math.max(1, 9 + 4 * random.nextGaussian())) / 2
                : column.value(random);
    }

    @Override
    double[] truth(Clients clients) {
        if (peer.equals(Peers.OURS)) {
            return Truth.tiers(clients.revenue);
        }
        SegmentationScheme scheme = SCHEMES.stream()
                .filter(own -> own.id().equals(peer))
                .findFirst()
                .orElseThrow();
        Segmenter segmenter = scheme.fit(clients.book);
        return IntStream.range(0, size)
                .mapToDouble(client ->
                        number(segmenter.assign(clients.book.client(client)).segment()))
                .toArray();
    }
}
