package dev.segmentation.core.ranking;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Rounding;
import dev.segmentation.api.Share;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the figures that other programs made: see {@code src/test/oracle/README.md}. */
final class Oracle {

    private static final Path FIGURES = Path.of("src", "test", "oracle", "figures");

    static final Map<String, Rounding> ROUNDINGS =
            Map.of("floor", Rounding.FLOOR, "ceil", Rounding.CEILING, "half_up", Rounding.NEAREST);

    private Oracle() {}

    /** One line of a file, by the names of its columns. */
    record Row(String file, int line, Map<String, String> cells) {

        String text(String column) {
            return Objects.requireNonNull(cells.get(column), () -> file + " has no column " + column);
        }

        double number(String column) {
            return Double.parseDouble(text(column));
        }

        /** The numbers of a vector; those that are none, such as {@code inf-interp}, become NaN. */
        double[] numbers(String column) {
            return Arrays.stream(texts(column)).mapToDouble(Oracle::parse).toArray();
        }

        String[] texts(String column) {
            return text(column).isEmpty() ? new String[0] : text(column).split("\\|", -1);
        }

        /** Whether one of the names that share a cell is this one. */
        boolean names(String column, String name) {
            return Arrays.asList(texts(column)).contains(name);
        }

        @Override
        public String toString() {
            Map<String, String> shown = new HashMap<>(cells);
            shown.replaceAll((column, text) -> text.length() > 60 ? text.substring(0, 60) + "…" : text);
            return file + ":" + line + " " + shown;
        }
    }

    static List<Row> read(String file) {
        try {
            List<String> lines = Files.readAllLines(FIGURES.resolve(file + ".csv"));
            List<String> header = List.of(lines.get(0).split(",", -1));
            List<Row> rows = new ArrayList<>();
            for (int l = 1; l < lines.size(); l++) {
                String[] fields = lines.get(l).split(",", -1);
                Map<String, String> cells = new HashMap<>();
                for (int c = 0; c < fields.length; c++) {
                    cells.put(header.get(c), fields[c]);
                }
                rows.add(new Row(file, l + 1, cells));
            }
            assertTrue(rows.size() > 1, file + " has figures");
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values of each case. */
    static Map<String, double[]> inputs() {
        Map<String, double[]> inputs = new HashMap<>();
        read("inputs").forEach(row -> inputs.put(row.text("case"), row.numbers("values")));
        return inputs;
    }

    /** The three keys of each case of several, the third turned so that greater is better for all. */
    static Map<String, double[][]> keys() {
        Map<String, double[][]> keys = new HashMap<>();
        read("multikey_inputs")
                .forEach(row -> keys.put(
                        row.text("case"),
                        new double[][] {row.numbers("key1"), row.numbers("key2"), negated(row.numbers("key3"))}));
        return keys;
    }

    /** The values with their places as a second key: of equal ones the first is the best. */
    static double[][] withPlaces(double[] values) {
        return withPlaces(new double[][] {values});
    }

    static double[][] withPlaces(double[][] keys) {
        double[][] all = Arrays.copyOf(keys, keys.length + 1);
        all[keys.length] = new double[keys[0].length];
        Arrays.setAll(all[keys.length], row -> -row);
        return all;
    }

    static double[] negated(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    static double[] input(Map<String, double[]> inputs, Row row) {
        return Objects.requireNonNull(inputs.get(row.text("case")), row::toString);
    }

    static Share share(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? Share.of(new BigDecimal(text))
                : Share.of(Long.parseLong(text.substring(0, slash)), Long.parseLong(text.substring(slash + 1)));
    }

    private static double parse(String text) {
        return text.isEmpty() || text.equals("inf-interp") ? Double.NaN : Double.parseDouble(text);
    }

    /** Fails unless each number is within some parts in 10^12 of the expected one. */
    static void assertClose(double[] expected, double[] actual, Row row) {
        assertTrue(expected.length == actual.length, () -> row + " but was " + Arrays.toString(actual));
        for (int i = 0; i < expected.length; i++) {
            int place = i;
            double tolerance = 1e-12 * Math.max(Math.abs(expected[i]), 1e-300);
            boolean isClose = Double.compare(expected[i] + 0.0, actual[i] + 0.0) == 0
                    || Math.abs(expected[i] - actual[i]) <= tolerance;
            assertTrue(
                    isClose, () -> row + " place " + place + ": expected " + expected[place] + " was " + actual[place]);
        }
    }
}
