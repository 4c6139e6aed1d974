package dev.segmentation.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes a book that breaks a law smaller as long as it still does: first by clients, then by measures and texts, then by
 * simpler values. In the end none of the clients can be left out.
 */
final class Shrinking {

    /** Enough for books of some dozen clients; a law that is slow to try must not make its failure endless. */
    private static final int MOST_TRIES = 5_000;

    private final Samples samples;
    private final Trial.Law law;
    private int tries;

    Shrinking(Samples samples, Trial.Law law) {
        this.samples = samples;
        this.law = law;
    }

    Sample smallest(Sample broken) {
        Sample smallest = broken;
        Optional<Sample> smaller = Optional.of(broken);
        while (smaller.isPresent()) {
            smallest = smaller.orElseThrow();
            smaller = smaller(smallest);
        }
        return smallest;
    }

    private Optional<Sample> smaller(Sample sample) {
        for (Sample candidate : candidates(sample)) {
            if (tries++ >= MOST_TRIES) {
                return Optional.empty();
            }
            if (law.broken(candidate).isPresent()) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Gives the next smaller ones, those that lose the most in front. */
    private List<Sample> candidates(Sample sample) {
        List<Sample> candidates = new ArrayList<>();
        int half = sample.size() / 2;
        if (half > 1) {
            candidates.add(sample.withRows(sample.rows().subList(0, half)));
            candidates.add(sample.withRows(sample.rows().subList(half, sample.size())));
        }
        for (int i = sample.size() - 1; i >= 0; i--) {
            candidates.add(sample.withoutRow(i));
        }
        for (int m = sample.measures().size() - 1; m >= 0; m--) {
            if (!samples.isRequired(sample.measures().get(m))) {
                candidates.add(sample.withoutMeasure(m));
            }
        }
        for (int a = sample.attributes().size() - 1; a >= 0; a--) {
            candidates.add(sample.withoutAttribute(a));
        }
        for (int i = 0; i < sample.size(); i++) {
            addSimpler(sample, i, candidates);
        }
        return candidates;
    }

    /** Adds the books in which one value of a client is a simpler one: an earlier one of its kind, known over unknown. */
    private void addSimpler(Sample sample, int i, List<Sample> candidates) {
        Sample.Row row = sample.rows().get(i);
        for (int m = 0; m < row.numbers().size(); m++) {
            List<Double> values = samples.values(sample.measures().get(m));
            int place = values.indexOf(row.numbers().get(m));
            for (double simpler : place < 0 ? values : values.subList(0, place)) {
                candidates.add(sample.withRow(i, row.withNumber(m, simpler)));
            }
        }
        for (int a = 0; a < row.texts().size(); a++) {
            Optional<String> text = row.texts().get(a);
            if (text.isEmpty()) {
                continue;
            }
            candidates.add(sample.withRow(i, row.withText(a, Optional.empty())));
            List<String> texts = samples.texts(sample.attributes().get(a));
            int place = texts.indexOf(text.orElseThrow());
            for (String simpler : texts.subList(0, Math.max(0, place))) {
                candidates.add(sample.withRow(i, row.withText(a, Optional.of(simpler))));
            }
        }
    }
}
