package dev.segmentation.shell.table;

import static dev.segmentation.api.Measure.REVENUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Measure;
import dev.segmentation.core.analysis.BookDescription;
import dev.segmentation.core.book.BookAppender;
import dev.segmentation.core.book.Books;
import dev.segmentation.schemes.pareto.Pareto;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTableTest {

    private static List<String> lines(Object table) {
        return table.toString().lines().toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Gold, 4",
        "Béla, 4",
        "金子, 4",
        "ﾊﾝｶｸ, 4",
        "한국어, 6",
        "👍, 2",
        "e\u0301, 1",
        "ａ, 2",
        "Ελλάδα, 6",
        "שלום, 4"
    })
    void aTextTakesAsManyColumnsAsATerminalGivesIt(String text, int columns) {
        assertEquals(columns, TextWidth.of(text));
    }

    @Test
    void wideLettersAlign() {
        TextTable table = TextTable.withNames(List.of("name", "clients"));
        table.add(List.of("金子みすゞ", "7"));
        table.add(List.of("Abc", "10"));
        assertEquals(List.of("name        clients", "金子みすゞ        7", "Abc              10"), lines(table));
    }

    @Test
    void theLastTextGoesOnInFurtherLines() {
        TextTable table = new TextTable(List.of("client", "why"), List.of(true, true));
        table.add(List.of("C-1", "one reason ".repeat(12).strip()));
        List<String> lines = lines(table);
        assertEquals(3, lines.size());
        assertTrue(lines.stream().allMatch(line -> line.length() <= 80), table.toString());
        assertTrue(lines.get(2).startsWith("        "), table.toString());
        assertEquals(
                "C-1 " + "one reason ".repeat(12).strip(),
                String.join(" ", lines.subList(1, 3)).replaceAll(" +", " "));
    }

    @Test
    void longNamesAreCutAndManyColumnsComeInParts() {
        TextTable named = TextTable.withNames(List.of("name", "clients"));
        named.add(List.of("x".repeat(200), "7"));
        assertEquals("x".repeat(70) + "…        7", lines(named).get(1));
        List<String> header = IntStream.range(0, 40).mapToObj(i -> "column" + i).toList();
        TextTable wide = TextTable.withNames(header);
        wide.add(IntStream.range(0, 40).mapToObj(Integer::toString).toList());
        List<String> lines = lines(wide);
        assertTrue(lines.stream().allMatch(line -> line.length() <= 80), wide.toString());
        for (String name : header) {
            assertEquals(
                    1,
                    lines.stream()
                                    .filter(line -> List.of(line.split(" +")).contains(name))
                                    .count()
                            - (name.equals("column0")
                                    ? lines.stream().filter(String::isEmpty).count()
                                    : 0));
        }
    }

    @Test
    void nothingThatATerminalWouldObeyIsShown() {
        TextTable table = TextTable.withNames(List.of("name", "clients"));
        table.add(List.of("a\u001B[31mb\nc\u202Ed", "1"));
        assertEquals("a\uFFFD[31mb\uFFFDc\uFFFDd        1", lines(table).get(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0", "1996|1996", "1234.5678|1234.57", "12345.6789|12,345.7", "1182989.53|1,182,990", "0.25|0.25",
                "-2.5|-2.5", "0.000123456|0.000123456", "1e300|1.00e+300", "2.0|2", "99.999|100",
                        "0.0766123456|0.0766123"
            })
    void numbersAreShort(double value, String shown) {
        assertEquals(shown, ShownNumber.of(value));
    }

    @Test
    void whatIsKnownOfNobodyIsEmptyAndWhatCannotBeReadIsShort() {
        BookAppender book = Books.appender(List.of(REVENUE), List.of());
        book.add("a", new double[] {1e308}, List.of());
        book.add("b", new double[] {1e308}, List.of());
        book.add("c", new double[] {Double.NaN}, List.of());
        List<String> lines = lines(new SegmentsTable(Pareto.scheme().segment(book.build())));
        assertEquals(
                List.of(
                        "segment      clients              asked  realised   revenue  of revenue",
                        "Vital few          2  80.00% of revenue   100.00%  Infinity",
                        "Useful many        0  20.00% of revenue     0.00%      0.00       0.00%",
                        "Unscored           1"),
                lines);
        assertEquals("1.00e+308", ShownNumber.amount(1e308));
        assertEquals("-12,345.68", ShownNumber.amount(-12345.678));
    }

    @Test
    void aHistogramBeginsBelowItsHead() {
        BookAppender book = Books.appender(List.of(REVENUE, Measure.HOURS), List.of());
        book.add("a", new double[] {1, 5}, List.of());
        book.add("b", new double[] {2, 5}, List.of());
        List<String> lines = lines(new DescriptionTable(BookDescription.of(book.build())));
        int at = lines.get(2).indexOf("histogram");
        assertEquals("█........█", lines.get(3).substring(at));
        assertEquals("█", lines.get(4).substring(at));
    }

    @Test
    void unknownNumbersAreEmpty() {
        assertEquals("", ShownNumber.of(Double.NaN));
        assertEquals("", ShownNumber.percent(Double.NaN));
        assertEquals("Infinity", ShownNumber.of(Double.POSITIVE_INFINITY));
        assertEquals("<0.0001", ShownNumber.probability(0.00001));
        assertEquals("0.0766", ShownNumber.probability(0.07661));
    }
}
