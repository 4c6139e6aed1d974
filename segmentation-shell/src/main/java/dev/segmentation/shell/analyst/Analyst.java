package dev.segmentation.shell.analyst;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Explanation;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Schemes;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.core.analysis.BookDescription;
import dev.segmentation.core.analysis.MeasureRanking;
import dev.segmentation.core.analysis.ParetoCurve;
import dev.segmentation.core.ranking.PercentRank;
import dev.segmentation.core.ranking.Ranking;
import dev.segmentation.core.review.Migration;
import dev.segmentation.core.review.Move;
import dev.segmentation.core.review.Previous;
import dev.segmentation.core.review.Review;
import dev.segmentation.shell.comparison.Comparison;
import dev.segmentation.shell.csv.AddedColumns;
import dev.segmentation.shell.csv.ClientColumns;
import dev.segmentation.shell.csv.ClientFile;
import dev.segmentation.shell.csv.ClientFileReader;
import dev.segmentation.shell.csv.GuessedColumns;
import dev.segmentation.shell.csv.Numbers;
import dev.segmentation.shell.csv.SegmentedFileWriter;
import dev.segmentation.shell.niche.Niches;
import dev.segmentation.shell.report.Charts;
import dev.segmentation.shell.report.Report;
import dev.segmentation.shell.table.ClientsTable;
import dev.segmentation.shell.table.ComparisonTable;
import dev.segmentation.shell.table.DescriptionTable;
import dev.segmentation.shell.table.ExplanationTable;
import dev.segmentation.shell.table.LinesTable;
import dev.segmentation.shell.table.MigrationTable;
import dev.segmentation.shell.table.NichesTable;
import dev.segmentation.shell.table.ParetoTable;
import dev.segmentation.shell.table.RankingTable;
import dev.segmentation.shell.table.SegmentsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

/**
 * What an analyst types into JShell, to be imported statically.
 *
 * <pre>{@code
 * var book = read("clients.csv")
 * var now = segment(book, "four-s")
 * show(now)
 * show(now.explain("C-0042"))
 * }</pre>
 *
 * <p>Every answer is a value whose {@code toString} is one short line; {@code show} prints it as a table of 80 columns.
 */
public final class Analyst {

    private static final int MOST_SHOWN = 20;

    /** Where a book came from, to be saved with all columns; forgotten with the book. */
    private static final Map<ClientBook, ClientFile> FILE_OF = Collections.synchronizedMap(new WeakHashMap<>());

    /** What made an outcome, to tell the causes of moves; forgotten with the outcome. */
    private static final Map<Segmentation, SegmentationScheme> SCHEME_OF =
            Collections.synchronizedMap(new WeakHashMap<>());

    private Analyst() {}

    /** Prints three lines to try. */
    public static void greet() {
        String example = System.getProperty("segment.example", "clients.csv");
        System.out.println("Segments clients of a CSV file; show(x) prints any answer. Three lines to try:");
        System.out.println("  var book = read(\"" + example + "\")");
        System.out.println("  var now = segment(book, \"four-s\")");
        System.out.println("  show(now)");
    }

    /**
     * Reads a book from a CSV file, and prints what was found. The ids are those of the first column; a column that is
     * called like a standard measure is that measure, whatever its values; any other is a measure if it holds numbers
     * alone, else a text.
     *
     * @param file where the file is
     * @param measures the names of further columns that must be measures, of which more is better
     * @return the book
     * @throws IOException if the file cannot be read
     * @throws dev.segmentation.shell.csv.ClientFileException if something in it is wrong; the message says where
     * @throws IllegalArgumentException if there is no column of a name
     */
    public static ClientBook read(String file, String... measures) throws IOException {
        return read(file, Numbers.assumed(), measures);
    }

    /**
     * Reads a book from a CSV file whose numbers are written as in a locale, such as {@code Locale.GERMANY}: 1.234,5.
     *
     * @param file where the file is
     * @param locale how numbers are written
     * @param measures the names of further columns that must be measures, of which more is better
     * @return the book
     * @throws IOException if the file cannot be read
     * @throws dev.segmentation.shell.csv.ClientFileException if something in it is wrong; the message says where
     * @throws IllegalArgumentException if there is no column of a name, or the locale cannot be used
     */
    public static ClientBook read(String file, Locale locale, String... measures) throws IOException {
        return read(file, Numbers.of(locale), measures);
    }

    private static ClientBook read(String path, Numbers numbers, String... measures) throws IOException {
        ClientFile file = ClientFile.open(Path.of(path), null).withNumbers(numbers);
        Map<String, String> told = new LinkedHashMap<>();
        for (String name : measures) {
            if (!file.columns().contains(name)) {
                throw new IllegalArgumentException(
                        "there must be a column '" + name + "', but there are " + file.columns());
            }
            told.put(name, name);
        }
        ClientColumns columns = GuessedColumns.of(file, file.columns().get(0), told, Set.of());
        ClientBook book = ClientFileReader.read(file, columns, false).book();
        FILE_OF.put(book, file);
        System.out.print(new LinesTable(GuessedColumns.told(file, columns)));
        return book;
    }

    /**
     * Segments a book with a scheme that is found by its id.
     *
     * @param book the book
     * @param schemeId the id, such as {@code four-s}
     * @return the outcome
     * @throws IllegalArgumentException if there is no such scheme; the message lists those that there are
     */
    public static Segmentation segment(ClientBook book, String schemeId) {
        return segment(book, Schemes.load().get(schemeId));
    }

    /**
     * Segments a book with a scheme, such as one that was just typed or one that is set otherwise.
     *
     * @param book the book
     * @param scheme the scheme
     * @return the outcome
     */
    public static Segmentation segment(ClientBook book, SegmentationScheme scheme) {
        Segmentation result = scheme.segment(book);
        SCHEME_OF.put(result, scheme);
        return result;
    }

    /**
     * Segments a book by a rule:
     * {@code segment(book, List.of("Large", "Small"), c -> c.measure(REVENUE) > 5000 ? "Large" : "Small")}.
     *
     * @param book the book
     * @param segments the names of the segments, the best first
     * @param rule gives the name of a client's segment, or {@code null} for one that cannot be judged
     * @return the outcome
     * @throws IllegalArgumentException if the rule gives a name that is none of the segments
     */
    public static Segmentation segment(ClientBook book, List<String> segments, Rule rule) {
        return segment(book, new RuleScheme(segments, rule));
    }

    /**
     * Describes a book: how the values of each measure lie, and the most frequent texts.
     *
     * @param book the book
     * @return what it holds
     */
    public static BookDescription describe(ClientBook book) {
        return BookDescription.of(book);
    }

    /**
     * Tells how unevenly a measure is spread over the clients.
     *
     * @param book the book
     * @param measure a measure of the book
     * @return shares of the largest, the Gini coefficient, and how few bring 80 %
     */
    public static ParetoCurve pareto(ClientBook book, Measure measure) {
        return ParetoCurve.of(book, measure);
    }

    /**
     * Ranks the clients by one measure; equal ones share the best rank, unknown ones have none.
     *
     * @param book the book
     * @param measure a measure of the book
     * @return the clients, the best first
     */
    public static MeasureRanking rank(ClientBook book, Measure measure) {
        return MeasureRanking.of(book, measure, Ranking.withDefaults(), PercentRank.WEAK);
    }

    /**
     * Gives the clients of one segment.
     *
     * @param segmentation the outcome
     * @param segment the name of the segment; {@code Unscored} for those who could not be judged
     * @return the clients
     * @throws IllegalArgumentException if there is no such segment
     */
    public static SegmentClients in(Segmentation segmentation, String segment) {
        return new SegmentClients(segmentation, named(segmentation, segment));
    }

    private static Segment named(Segmentation segmentation, String name) {
        if (name.equals(Segment.UNSCORED.name())) {
            return Segment.UNSCORED;
        }
        return segmentation.segments().stream()
                .filter(segment -> segment.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there must be a segment '" + name + "', but there are " + segmentation.segments()));
    }

    /**
     * Compares two outcomes: who moved from which segment to which, and why where both were segmented here by one scheme.
     *
     * @param before the one
     * @param now the later one
     * @return the comparison
     */
    public static Comparison compare(Segmentation before, Segmentation now) {
        Comparison comparison = Comparison.of(before, now);
        SegmentationScheme schemeBefore = SCHEME_OF.get(before);
        SegmentationScheme schemeNow = SCHEME_OF.get(now);
        if (schemeBefore == null || schemeNow == null || !before.segments().equals(now.segments())) {
            return comparison;
        }
        Map<String, String> reasons = Review.asOf(LocalDate.EPOCH)
                .withPrevious(Previous.of(before, schemeBefore, Previous.UNKNOWN))
                .segment(schemeNow, now.book())
                .migration()
                .moves()
                .stream()
                .collect(Collectors.toMap(Move::clientId, Move::why));
        return comparison.withReasons(reasons);
    }

    /**
     * Tells which texts are over-represented among the best clients.
     *
     * @param segmentation the outcome
     * @param best the names of the segments whose clients are the best; the first segment if none is named
     * @return what was tried, and what was found
     * @throws IllegalArgumentException if there is no segment of a name
     */
    public static Niches niches(Segmentation segmentation, String... best) {
        if (best.length == 0) {
            return Niches.of(segmentation);
        }
        return Niches.of(
                segmentation,
                Arrays.stream(best).map(name -> named(segmentation, name)).toList(),
                Niches.FEWEST_CLIENTS,
                Niches.FALSE_DISCOVERY_RATE);
    }

    /**
     * Writes the file that the book was read from again, with the segment, score, rank and reasons of each client.
     *
     * @param segmentation the outcome for a book that was read here
     * @param file where to write; replaced if it is there
     * @throws IOException if a file cannot be read or written
     * @throws IllegalArgumentException if the book was not read from a file or was read from that one, if it has a column
     *     called like an added one, or if there is no such folder
     */
    public static void save(Segmentation segmentation, String file) throws IOException {
        ClientFile from = FILE_OF.get(segmentation.book());
        if (from == null) {
            throw new IllegalArgumentException(
                    "a book that is saved must be one that was read from a file, but is " + segmentation.book());
        }
        AddedColumns added = new AddedColumns("", false, true);
        for (String column : added.names()) {
            if (from.columns().contains(column)) {
                throw new IllegalArgumentException("the file must not have a column '" + column + "' already, but has");
            }
        }
        Path output = written(segmentation, file);
        ClientFileReader.Clients clients = ClientFileReader.readToWrite(
                from, new ClientColumns(from.columns().get(0), Map.of(), Map.of()), false, false);
        if (!hasSameIds(clients.book(), segmentation.book())) {
            throw new IllegalArgumentException(
                    from.name() + ": must hold the clients that were read from it, but was changed; read it again");
        }
        SegmentedFileWriter.write(clients, segmentation, added, assignment -> {}, output);
    }

    private static boolean hasSameIds(ClientBook one, ClientBook other) {
        boolean isSame = one.size() == other.size();
        for (int i = 0; isSame && i < one.size(); i++) {
            isSame = one.client(i).id().equals(other.client(i).id());
        }
        return isSame;
    }

    /**
     * Prints the segments as a table.
     *
     * @param segmentation the outcome
     */
    public static void show(Segmentation segmentation) {
        System.out.print(new SegmentsTable(segmentation));
    }

    /**
     * Prints a client's segment, score and reasons.
     *
     * @param explanation why the client is where it is
     */
    public static void show(Explanation explanation) {
        System.out.print(new ExplanationTable(explanation));
    }

    /**
     * Prints what a book holds.
     *
     * @param book the book
     */
    public static void show(ClientBook book) {
        show(describe(book));
    }

    /**
     * Prints what a book holds.
     *
     * @param description what it holds
     */
    public static void show(BookDescription description) {
        System.out.print(new DescriptionTable(description));
    }

    /**
     * Prints how unevenly a measure is spread.
     *
     * @param curve how it is spread
     */
    public static void show(ParetoCurve curve) {
        System.out.print(new ParetoTable(curve));
    }

    /**
     * Prints the best twenty.
     *
     * @param ranking the clients ranked
     */
    public static void show(MeasureRanking ranking) {
        System.out.print(new RankingTable(ranking, MOST_SHOWN));
    }

    /**
     * Prints the best twenty of a segment.
     *
     * @param clients the clients of a segment
     */
    public static void show(SegmentClients clients) {
        System.out.print(new ClientsTable(clients.segmentation(), clients.segment(), MOST_SHOWN));
    }

    /**
     * Prints who moved from which segment to which: how many, and the first twenty.
     *
     * @param comparison two outcomes side by side
     */
    public static void show(Comparison comparison) {
        System.out.print(new ComparisonTable(comparison, MOST_SHOWN));
    }

    /**
     * Prints who moved at a review, and why.
     *
     * @param migration who moved
     */
    public static void show(Migration migration) {
        System.out.print(new MigrationTable(migration));
    }

    /**
     * Prints which texts are over-represented among the best clients.
     *
     * @param niches what was tried
     */
    public static void show(Niches niches) {
        System.out.print(new NichesTable(niches));
    }

    /**
     * Prints anything else as its text.
     *
     * @param other anything
     */
    public static void show(Object other) {
        System.out.print(new LinesTable(List.of(String.valueOf(other))));
    }

    /**
     * Writes the charts of a segmentation as one PNG image.
     *
     * @param segmentation the outcome
     * @param file the image; replaced if it is there
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if the book has the numbers for none or was read from that file, or if there is no
     *     such folder
     */
    public static void plot(Segmentation segmentation, String file) throws IOException {
        Charts.png(segmentation, written(segmentation, file));
    }

    /**
     * Writes one HTML page about a segmentation.
     *
     * @param segmentation the outcome
     * @param file the page; replaced if it is there
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if the book was read from that file, or if there is no such folder
     */
    public static void report(Segmentation segmentation, String file) throws IOException {
        Report.of(segmentation).write(written(segmentation, file));
    }

    /** Gives where to write: never over the file that the book was read from. */
    private static Path written(Segmentation segmentation, String file) throws IOException {
        Path path = Path.of(file);
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("the file must be in a folder that is there, but was " + file);
        }
        if (Files.isDirectory(path)) {
            throw new IllegalArgumentException("the file must be a file, but " + file + " is a folder");
        }
        ClientFile from = FILE_OF.get(segmentation.book());
        if (from != null && Files.exists(path) && Files.exists(from.path()) && Files.isSameFile(path, from.path())) {
            throw new IllegalArgumentException(
                    "the file must be another than the one that the book was read from, but is " + file);
        }
        return path;
    }
}
