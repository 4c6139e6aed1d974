package dev.segmentation.testkit;

import dev.segmentation.api.Client;
import dev.segmentation.api.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** A small book as plain values, which can be shown, put into another order, and made smaller. */
record Sample(List<Measure> measures, List<String> attributes, List<Row> rows) {

    /** A client of a sample; {@code NaN} is an unknown number, nothing an unknown text. */
    record Row(String id, List<Double> numbers, List<Optional<String>> texts) {

        Row withNumber(int place, double number) {
            return new Row(id, with(numbers, place, number), texts);
        }

        Row withText(int place, Optional<String> text) {
            return new Row(id, numbers, with(texts, place, text));
        }

        /** Says whether another client has the same numbers and texts; -0.0 is the same as 0.0, unknown as unknown. */
        boolean isEqualTo(Row other) {
            for (int m = 0; m < numbers.size(); m++) {
                if (Double.compare(numbers.get(m) + 0.0, other.numbers.get(m) + 0.0) != 0) {
                    return false;
                }
            }
            return texts.equals(other.texts);
        }
    }

    private static <T> List<T> with(List<T> list, int place, T value) {
        List<T> changed = new ArrayList<>(list);
        changed.set(place, value);
        return List.copyOf(changed);
    }

    private static <T> List<T> without(List<T> list, int place) {
        List<T> fewer = new ArrayList<>(list);
        fewer.remove(place);
        return List.copyOf(fewer);
    }

    int size() {
        return rows.size();
    }

    List<Client> clients() {
        return rows.stream().map(this::client).toList();
    }

    Client client(int index) {
        return client(rows.get(index));
    }

    Client client(Row row) {
        Map<Measure, Double> numbers = new HashMap<>();
        for (int m = 0; m < measures.size(); m++) {
            numbers.put(measures.get(m), row.numbers().get(m));
        }
        Map<String, String> texts = new HashMap<>();
        for (int a = 0; a < attributes.size(); a++) {
            String name = attributes.get(a);
            row.texts().get(a).ifPresent(text -> texts.put(name, text));
        }
        return Client.of(row.id(), numbers, texts);
    }

    Sample withRows(List<Row> newRows) {
        return new Sample(measures, attributes, List.copyOf(newRows));
    }

    Sample withRow(int index, Row row) {
        return withRows(with(rows, index, row));
    }

    Sample withoutRow(int index) {
        return withRows(without(rows, index));
    }

    Sample withoutMeasure(int place) {
        List<Row> narrower = rows.stream()
                .map(row -> new Row(row.id(), without(row.numbers(), place), row.texts()))
                .toList();
        return new Sample(without(measures, place), attributes, narrower);
    }

    Sample withoutAttribute(int place) {
        List<Row> narrower = rows.stream()
                .map(row -> new Row(row.id(), row.numbers(), without(row.texts(), place)))
                .toList();
        return new Sample(measures, without(attributes, place), narrower);
    }

    Sample reversed() {
        List<Row> reversed = new ArrayList<>(rows);
        Collections.reverse(reversed);
        return withRows(reversed);
    }

    Sample shuffled(long seed) {
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed));
        return withRows(shuffled);
    }

    Sample withEachNumber(DoubleUnaryOperator change) {
        return withRows(rows.stream()
                .map(row -> new Row(
                        row.id(),
                        row.numbers().stream().map(change::applyAsDouble).toList(),
                        row.texts()))
                .toList());
    }

    /** Shows the clients as a table. */
    @Override
    public String toString() {
        List<List<String>> lines = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("id"));
        measures.forEach(measure -> header.add(measure.name()));
        header.addAll(attributes);
        lines.add(header);
        for (Row row : rows) {
            List<String> line = new ArrayList<>(List.of(row.id()));
            row.numbers().forEach(number -> line.add(Double.isNaN(number) ? "unknown" : Double.toString(number)));
            row.texts()
                    .forEach(text -> line.add(text.map(word -> "'" + word + "'").orElse("unknown")));
            lines.add(line);
        }
        int[] widths = new int[header.size()];
        lines.forEach(line ->
                Arrays.setAll(widths, c -> Math.max(widths[c], line.get(c).length())));
        StringBuilder table = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int c = 0; c < widths.length; c++) {
                String cell = line.get(c);
                text.append("  ").append(cell).append(" ".repeat(widths[c] - cell.length()));
            }
            table.append(text.toString().stripTrailing()).append('\n');
        }
        return table.toString().stripTrailing();
    }
}
