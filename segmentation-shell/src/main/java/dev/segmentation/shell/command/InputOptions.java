package dev.segmentation.shell.command;

import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.shell.csv.ClientColumns;
import dev.segmentation.shell.csv.ClientFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which file the clients are in, and which of its columns are what. */
final class InputOptions {

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description = "A CSV file in UTF-8, with a header line.")
    private Path input = Path.of("");

    @Option(names = "--id", required = true, paramLabel = "COLUMN", description = "The column of the clients' ids.")
    private String idColumn = "";

    @Option(
            names = "--map",
            paramLabel = "NAME=COLUMN",
            description = "Which column a measure or text is read from. May be given several times.")
    private List<String> mappings = new ArrayList<>();

    @Option(
            names = "--separator",
            paramLabel = "CHAR",
            description = "What separates the fields: , ; or tab. Guessed from the header if not given.")
    private @Nullable String separator;

    Path input() {
        return input;
    }

    ClientFile open() throws IOException {
        checkInput();
        ClientFile file = ClientFile.open(input, separator());
        checkColumn("--id", idColumn, file);
        return file;
    }

    private void checkInput() {
        if (!Files.exists(input)) {
            throw new UsageException("--input must be a file, but there is no " + input);
        }
        if (Files.isDirectory(input)) {
            throw new UsageException("--input must be a file, but " + input + " is a directory");
        }
        if (!Files.isRegularFile(input)) {
            throw new UsageException("--input must be a file that can be read twice, but " + input
                    + " is a pipe or a device; save it as a file first");
        }
    }

    private @Nullable Character separator() {
        if (separator == null) {
            return null;
        }
        if (separator.equalsIgnoreCase("tab") || separator.equals("\\t") || separator.equals("\t")) {
            return '\t';
        }
        if (!separator.equals(",") && !separator.equals(";")) {
            throw new UsageException("--separator must be , ; or tab, but was '" + separator + "'");
        }
        return separator.charAt(0);
    }

    static void checkColumn(String option, String column, ClientFile file) {
        if (!file.columns().contains(column)) {
            throw new UsageException(option + " must name a column of " + file.path() + ", but was '" + column
                    + "'; the columns are: " + String.join(", ", file.columns()));
        }
    }

    /** Gives the column of each measure and text of the scheme: as told by --map, else the one of its name. */
    ClientColumns columns(Asked asked, ClientFile file) {
        Map<String, String> told = told(file);
        Map<Requirement, String> measures = new LinkedHashMap<>();
        for (Requirement requirement : asked.requirements()) {
            String name = requirement.measure().name();
            String column = Objects.requireNonNullElse(told.remove(name), name);
            boolean isThere = measures.keySet().stream()
                    .anyMatch(other -> other.measure().name().equals(name));
            if (isThere) {
                throw new UsageException("the measure " + name + " must be better one way, but is set both ways");
            }
            if (file.columns().contains(column)) {
                measures.put(requirement, column);
            } else if (requirement.required()) {
                throw new UsageException("scheme " + asked.id() + " needs the measure " + name + ", but " + file.path()
                        + " has no column of that name; give one with --map " + name + "=COLUMN; the columns are: "
                        + String.join(", ", file.columns()));
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : asked.attributes()) {
            String column = Objects.requireNonNullElse(told.remove(name), name);
            if (file.columns().contains(column)) {
                texts.put(name, column);
            }
        }
        asked.requirements().stream()
                .map(requirement -> requirement.measure().name())
                .filter(asked.mustBe()::contains)
                .filter(name -> measures.keySet().stream()
                        .noneMatch(read -> read.measure().name().equals(name)))
                .findFirst()
                .ifPresent(lacking -> {
                    throw new UsageException("the settings name the measure " + lacking + ", but " + file.path()
                            + " has no column of that name; give one with --map " + lacking
                            + "=COLUMN; the columns are: " + String.join(", ", file.columns()));
                });
        if (!told.isEmpty()) {
            throw new UsageException("--map must name a measure or text of scheme " + asked.id() + ", but was '"
                    + told.keySet().iterator().next() + "'; they are: " + names(asked));
        }
        if (measures.isEmpty() && texts.isEmpty() && !asked.requirements().isEmpty()) {
            throw new UsageException("scheme " + asked.id() + " needs at least one of its measures, but no column of "
                    + file.path() + " is called like one; give one with --map MEASURE=COLUMN; the measures are: "
                    + names(asked) + "; the columns are: " + String.join(", ", file.columns()));
        }
        return new ClientColumns(idColumn, measures, texts);
    }

    private Map<String, String> told(ClientFile file) {
        Map<String, String> told = new LinkedHashMap<>();
        for (String mapping : mappings) {
            int equals = mapping.indexOf('=');
            if (equals < 1) {
                throw new UsageException("--map must be NAME=COLUMN, but was '" + mapping + "'");
            }
            String column = mapping.substring(equals + 1);
            checkColumn("--map", column, file);
            if (told.put(mapping.substring(0, equals), column) != null) {
                throw new UsageException(
                        "--map must name a measure once, but '" + mapping.substring(0, equals) + "' comes twice");
            }
        }
        return told;
    }

    private static String names(Asked asked) {
        List<String> names = new ArrayList<>();
        asked.requirements()
                .forEach(requirement -> names.add(requirement.measure().name()));
        names.addAll(asked.attributes());
        return String.join(", ", names);
    }

    /** Says which measures of the scheme have no column, and where a column is nearly called like one. */
    static void noteLeftOut(Asked asked, ClientColumns columns, ClientFile file, PrintWriter err) {
        List<String> leftOut = asked.requirements().stream()
                .filter(requirement -> !columns.measures().containsKey(requirement))
                .map(Requirement::measure)
                .map(Measure::name)
                .toList();
        if (!leftOut.isEmpty()) {
            err.println("segment: left out, for want of a column: " + String.join(", ", leftOut)
                    + " (give one with --map " + leftOut.get(0) + "=COLUMN)");
        }
        for (String measure : leftOut) {
            file.columns().stream()
                    .filter(column -> column.strip().equalsIgnoreCase(measure))
                    .forEach(column -> err.println("segment: the column '" + column + "' is not called " + measure
                            + "; if it is meant, say --map '" + measure + "=" + column + "'"));
        }
    }
}
