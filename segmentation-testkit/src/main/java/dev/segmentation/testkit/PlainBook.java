package dev.segmentation.testkit;

import dev.segmentation.api.Client;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Cut;
import dev.segmentation.api.Cutoffs;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Share;
import dev.segmentation.api.Summary;
import dev.segmentation.api.TiePolicy;
import dev.segmentation.api.TiedCutException;
import dev.segmentation.api.TopShares;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** A book that answers in the plainest way: by sorting, and by adding up exact decimals. Right rather than fast. */
final class PlainBook implements ClientBook {

    private final List<Measure> measures;
    private final List<String> attributes;
    private final List<Client> clients;

    PlainBook(List<Measure> measures, List<String> attributes, List<Client> clients) {
        this.measures = List.copyOf(measures);
        this.attributes = List.copyOf(attributes);
        this.clients = List.copyOf(clients);
    }

    @Override
    public long size() {
        return clients.size();
    }

    @Override
    public List<Measure> measures() {
        return measures;
    }

    @Override
    public List<String> attributes() {
        return attributes;
    }

    @Override
    public Client client(int index) {
        return clients.get(index);
    }

    @Override
    public Optional<Integer> find(String id) {
        for (int i = 0; i < clients.size(); i++) {
            if (clients.get(i).id().equals(id)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    @Override
    public Segmentation segment(Segmenter segmenter) {
        return new PlainSegmentation(this, segmenter);
    }

    @Override
    public Summary summary(Measure measure) {
        checkPresent(measure);
        return Sums.summary(
                clients.stream().mapToDouble(client -> client.measure(measure)).toArray());
    }

    @Override
    public Cutoffs cutoffs(Ordering ordering, TopShares shares) {
        List<Row> rows = ranked(ordering, client -> 0);
        long[] wanted = shares.counts(rows.size());
        return cutoffs(ordering, rows, shares, wanted);
    }

    @Override
    public Cutoffs cutoffsOfTotal(Ordering ordering, Measure total, TopShares shares) {
        checkPresent(total);
        List<Row> rows = ranked(ordering, client -> client.measure(total));
        BigDecimal all = BigDecimal.ZERO;
        for (Row row : rows) {
            if (Double.isInfinite(row.amount)) {
                throw new IllegalArgumentException("an amount must be finite, but one is " + row.amount);
            }
            all = all.add(new BigDecimal(row.amount));
        }
        if (all.signum() <= 0) {
            throw new IllegalArgumentException("the total must be above 0 to have shares, but is not");
        }
        long[] wanted = new long[shares.shares().size()];
        for (int c = 0; c < wanted.length; c++) {
            int counted = countedOff(rows, all, shares.shares().get(c), shares);
            wanted[c] = Math.max(c == 0 ? 0 : wanted[c - 1], counted);
        }
        return cutoffs(ordering, rows, shares, wanted).withTotal(total);
    }

    /** Gives how many rows are counted off, from the best, for a share of the total. */
    private static int countedOff(List<Row> rows, BigDecimal all, Share share, TopShares shares) {
        // Compared are multiples of the amounts by the share's denominator: a third has no exact decimal.
        BigDecimal denominator = new BigDecimal(share.denominator());
        BigDecimal target = all.multiply(new BigDecimal(share.numerator()));
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 0; k < rows.size(); k++) {
            BigDecimal before = sum.multiply(denominator).subtract(target);
            sum = sum.add(new BigDecimal(rows.get(k).amount));
            BigDecimal after = sum.multiply(denominator).subtract(target);
            switch (shares.rounding()) {
                case CEILING -> {
                    if (after.signum() >= 0) {
                        return k + 1;
                    }
                }
                case FLOOR -> {
                    if (after.signum() > 0) {
                        return k;
                    }
                }
                case NEAREST -> {
                    if (after.signum() > 0) {
                        return after.abs().compareTo(before.abs()) <= 0 ? k + 1 : k;
                    }
                }
            }
        }
        return rows.size();
    }

    private static Cutoffs cutoffs(Ordering ordering, List<Row> rows, TopShares shares, long... wanted) {
        List<Cut> cuts = new ArrayList<>();
        for (int c = 0; c < wanted.length; c++) {
            Share asked = shares.shares().get(c);
            if (wanted[c] == 0) {
                List<Double> above = Collections.nCopies(ordering.keys().size(), Double.POSITIVE_INFINITY);
                cuts.add(new Cut(asked, 0, above, false, 0, 0));
                continue;
            }
            Row last = rows.get((int) wanted[c] - 1);
            ToLongFunction<Integer> countOf = sign -> rows.stream()
                    .filter(row -> Integer.signum(BEST_FIRST.compare(row, last)) == sign)
                    .count();
            long better = countOf.applyAsLong(-1);
            long tied = countOf.applyAsLong(0);
            boolean splitsEqual = wanted[c] < better + tied;
            if (splitsEqual && shares.ties() == TiePolicy.REFUSE) {
                throw new TiedCutException(c + 1, wanted.length, asked, tied);
            }
            boolean inclusive = !splitsEqual || shares.ties() == TiePolicy.PROMOTE;
            List<Double> boundary = Arrays.stream(last.keys).boxed().toList();
            cuts.add(new Cut(asked, wanted[c], boundary, inclusive, better, tied));
        }
        return Cutoffs.of(rows.size(), cuts);
    }

    /** Gives the clients with known keys and amounts, the best first; of equal ones the largest amount first. */
    private List<Row> ranked(Ordering ordering, ToDoubleFunction<Client> amount) {
        ordering.keys().forEach(key -> key.measure().ifPresent(this::checkPresent));
        return clients.stream()
                .map(client -> new Row(ordering.keysOf(client), amount.applyAsDouble(client)))
                .filter(Row::isKnown)
                .sorted(BEST_FIRST.thenComparing(row -> -row.amount))
                .toList();
    }

    private void checkPresent(Measure measure) {
        if (!has(measure)) {
            throw new IllegalArgumentException(
                    "there must be a measure '" + measure + "', but the book has " + measures);
        }
    }

    /** Gives one line: {@code PlainBook[3 clients, [revenue]]}. */
    @Override
    public String toString() {
        return "PlainBook[" + size() + " clients, " + measures + "]";
    }

    private static final Comparator<Row> BEST_FIRST = (one, other) -> Arrays.compare(other.keys, one.keys);

    /** What a client is ranked by, and what it adds to a total. */
    private static final class Row {

        private final double[] keys;
        private final double amount;

        Row(double[] keys, double amount) {
            // Adding zero makes -0.0 to 0.0, which are equal.
            this.keys = Arrays.stream(keys).map(key -> key + 0.0).toArray();
            this.amount = amount;
        }

        boolean isKnown() {
            return !Double.isNaN(amount) && Arrays.stream(keys).noneMatch(Double::isNaN);
        }
    }
}
