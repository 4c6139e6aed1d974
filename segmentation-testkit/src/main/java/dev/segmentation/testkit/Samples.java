package dev.segmentation.testkit;

import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Makes the books that a scheme is tried on: the extreme ones first, then ordinary ones of some clients, with many ties,
 * unknown numbers, and clients that are there twice. The same books in every run.
 */
final class Samples {

    private static final long SEED = 20;
    private static final int ORDINARY_BOOKS = 100;
    private static final int MOST_CLIENTS = 12;

    /** Now and then a book is larger, so that cuts at small shares have somebody above them. */
    private static final int LARGER = 40;

    private static final int EVERY_SO_MANY = 10;

    /** So many of the values, the first ones, are plain. */
    private static final int PLAIN = 8;

    private final List<Requirement> requirements;
    private final List<String> attributes;
    private final Map<Measure, List<Double>> values = new HashMap<>();
    private final Map<String, List<String>> texts = new HashMap<>();
    private final Random random = new Random(SEED);

    Samples(SegmentationSchemeContract contract) {
        this.requirements = ofDifferentNames(contract.scheme().requirements());
        this.attributes = contract.scheme().attributes().stream().distinct().toList();
        requirements.forEach(
                requirement -> values.put(requirement.measure(), List.copyOf(contract.values(requirement))));
        attributes.forEach(attribute -> texts.put(attribute, List.copyOf(contract.texts(attribute))));
    }

    /** A scheme that asks for a measure twice is told so by a law of its own; a book can have it only once. */
    private static List<Requirement> ofDifferentNames(List<Requirement> requirements) {
        Map<String, Requirement> byName = new LinkedHashMap<>();
        requirements.forEach(
                requirement -> byName.putIfAbsent(requirement.measure().name(), requirement));
        return List.copyOf(byName.values());
    }

    /** Gives the known values of a measure, the simplest first. */
    List<Double> values(Measure measure) {
        return values.getOrDefault(measure, List.of());
    }

    /** Gives the known texts of an attribute, the simplest first. */
    List<String> texts(String attribute) {
        return texts.getOrDefault(attribute, List.of());
    }

    boolean isRequired(Measure measure) {
        return requirements.stream()
                .anyMatch(own -> own.required() && own.measure().equals(measure));
    }

    List<Sample> all() {
        List<Sample> samples = new ArrayList<>(extremes());
        for (int i = 0; i < ORDINARY_BOOKS; i++) {
            int size = i % EVERY_SO_MANY == EVERY_SO_MANY - 1 ? LARGER : random.nextInt(MOST_CLIENTS) + 1;
            samples.add(ordinary(size));
        }
        return samples;
    }

    private List<Sample> extremes() {
        List<Measure> measures = requirements.stream().map(Requirement::measure).toList();
        Sample nobody = new Sample(measures, attributes, List.of());
        Sample.Row known = row(1, measures, attributes, 1, 0);
        Sample.Row unknown = new Sample.Row(
                "c1",
                Collections.nCopies(measures.size(), Double.NaN),
                Collections.nCopies(attributes.size(), Optional.empty()));
        return List.of(
                nobody,
                nobody.withRows(copies(known, 1)),
                nobody.withRows(copies(unknown, 1)),
                nobody.withRows(copies(known, 2)),
                nobody.withRows(List.of(known, numbered(unknown, 2))),
                nobody.withRows(copies(known, 7)),
                nobody.withRows(copies(unknown, 7)));
    }

    private static List<Sample.Row> copies(Sample.Row row, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> numbered(row, i)).toList();
    }

    private static Sample.Row numbered(Sample.Row row, int number) {
        return new Sample.Row("c" + number, row.numbers(), row.texts());
    }

    /** Gives a book; of some measures that the scheme can do without, it does. */
    private Sample ordinary(int size) {
        boolean hasAll = random.nextBoolean();
        List<Measure> measures = requirements.stream()
                .filter(requirement -> hasAll || requirement.required() || chance(2, 3))
                .map(Requirement::measure)
                .toList();
        List<String> names =
                attributes.stream().filter(name -> hasAll || chance(2, 3)).toList();
        int firstValues = random.nextBoolean() ? PLAIN : Integer.MAX_VALUE;
        int unknownOfTen = random.nextInt(3);
        List<Sample.Row> rows = new ArrayList<>();
        while (rows.size() < size) {
            boolean isTwin = !rows.isEmpty() && chance(1, 4);
            rows.add(
                    isTwin
                            ? numbered(rows.get(random.nextInt(rows.size())), rows.size() + 1)
                            : row(rows.size() + 1, measures, names, firstValues, unknownOfTen));
        }
        return new Sample(measures, names, List.copyOf(rows));
    }

    private boolean chance(int times, int outOf) {
        return random.nextInt(outOf) < times;
    }

    private Sample.Row row(int number, List<Measure> measures, List<String> names, int first, int unknownOfTen) {
        List<Double> numbers = measures.stream()
                .map(measure -> chance(unknownOfTen, 10) ? Double.NaN : any(values(measure), first, Double.NaN))
                .toList();
        List<Optional<String>> words = new ArrayList<>();
        for (String name : names) {
            words.add(
                    chance(3, 10) || texts(name).isEmpty()
                            ? Optional.empty()
                            : Optional.of(any(texts(name), Integer.MAX_VALUE, "")));
        }
        return new Sample.Row("c" + number, numbers, words);
    }

    /** Gives one of the first so many. */
    private <T> T any(List<T> all, int first, T ofNone) {
        return all.isEmpty() ? ofNone : all.get(random.nextInt(Math.min(first, all.size())));
    }
}
