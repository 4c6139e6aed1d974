package dev.segmentation.shell.analyst;

import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Explanation;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Schemes;
import dev.segmentation.api.Segmentation;
import dev.segmentation.shell.csv.ClientColumns;
import dev.segmentation.shell.csv.ClientFile;
import dev.segmentation.shell.csv.ClientFileReader;
import dev.segmentation.shell.table.ExplanationTable;
import dev.segmentation.shell.table.SegmentsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an analyst types into JShell, to be imported statically.
 *
 * <pre>{@code
 * var book = read("clients.csv")
 * var now = segment(book, "four-s")
 * show(now)
 * show(now.explain("C-0042"))
 * }</pre>
 */
public final class Analyst {

    private Analyst() {}

    /**
     * Reads a book from a CSV file. The ids are those of the first column; a column that is called like a standard
     * measure is that measure, whatever its values; every other column is a text attribute, unless it is named as a
     * measure: {@code read("clients.csv", "tenure")}.
     *
     * @param file where the file is
     * @param measures the names of further columns that are measures, of which more is better
     * @return the book
     * @throws IOException if the file cannot be read
     * @throws dev.segmentation.shell.csv.ClientFileException if something in it is wrong; the message says where
     * @throws IllegalArgumentException if there is no column of a name
     */
    public static ClientBook read(String file, String... measures) throws IOException {
        ClientFile clients = ClientFile.open(Path.of(file), null);
        Map<Requirement, String> columnOf = new LinkedHashMap<>();
        for (Measure measure : Measure.standard()) {
            if (clients.columns().contains(measure.name())) {
                columnOf.put(Requirement.uses(measure), measure.name());
            }
        }
        for (String name : measures) {
            if (!clients.columns().contains(name)) {
                throw new IllegalArgumentException(
                        "there must be a column '" + name + "', but there are " + clients.columns());
            }
            columnOf.put(Requirement.uses(Measure.named(name)), name);
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        clients.columns().stream()
                .skip(1)
                .filter(column -> !columnOf.containsValue(column))
                .forEach(column -> attributes.put(column, column));
        return ClientFileReader.read(
                        clients, new ClientColumns(clients.columns().get(0), columnOf, attributes), false)
                .book();
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
        return Schemes.load().get(schemeId).segment(book);
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
}
