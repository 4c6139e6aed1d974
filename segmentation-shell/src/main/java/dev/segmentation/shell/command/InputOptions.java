package dev.segmentation.shell.command;

import dev.segmentation.api.Measure;
import dev.segmentation.api.Requirement;
import dev.segmentation.shell.csv.ClientColumns;
import dev.segmentation.shell.csv.ClientFile;
import dev.segmentation.shell.csv.ClientFileReader;
import dev.segmentation.shell.csv.GuessedColumns;
import dev.segmentation.shell.csv.Numbers;
import dev.segmentation.shell.csv.TextChecks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which file the clients are in, and which of its columns are what. */
final class InputOptions {

    /** Standard input or output. */
    static final String STANDARD = "-";

    @Option(
            names = "--input",
            required = true,
            paramLabel = "FILE",
            description = "A CSV file in UTF-8, with a header line; - for standard input.")
    private Path input = Path.of("");

    @Option(names = "--id", required = true, paramLabel = "COLUMN", description = "The column of the clients' ids.")
    private @Nullable String idColumn;

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

    @Option(
            names = "--locale",
            paramLabel = "LOCALE",
            converter = LocaleOfNumbers.class,
            description =
                    "How numbers are written: with de 1.234,5, with en 1,234.5. If not given, with a decimal point and"
                            + " no thousands separators.")
    private @Nullable Numbers numbers;

    @Option(
            names = "--on-error",
            defaultValue = "stop",
            paramLabel = "stop|skip",
            description =
                    "Whether a row that is refused ends the command, or is skipped; run writes those to a file beside"
                            + " its output. Default: ${DEFAULT-VALUE}.")
    private OnError onError = OnError.STOP;

    private @Nullable Path spooled;

    /** What to do with a row that is refused. */
    enum OnError {
        STOP,
        SKIP
    }

    Path input() {
        return input;
    }

    String idColumn() {
        return Objects.requireNonNull(idColumn);
    }

    /** Gives how numbers are written in all files of the command. */
    Numbers numbers() {
        return numbers == null ? Numbers.assumed() : numbers;
    }

    ClientFile open() throws IOException {
        ClientFile file = isStandardInput()
                ? ClientFile.open(spool(), "standard input", separator())
                : ClientFile.open(checked(), separator());
        if (idColumn != null) {
            checkColumn("--id", idColumn, file);
        }
        return file.withNumbers(numbers());
    }

    /** Takes the first column for that of the ids where none is told, and says so. */
    void assumeIds(ClientFile file, PrintWriter err) {
        if (idColumn == null) {
            idColumn = file.columns().get(0);
            err.println("segment: ids are taken from the first column, '" + idColumn + "'; --id COLUMN tells another");
        }
    }

    private boolean isStandardInput() {
        return input.toString().equals(STANDARD);
    }

    /** Keeps standard input in a file that none but the user can read, as it is read more than once. */
    private Path spool() throws IOException {
        Path file = Files.createTempFile("segment-", ".csv");
        spooled = file;
        file.toFile().deleteOnExit();
        Files.copy(System.in, file, StandardCopyOption.REPLACE_EXISTING);
        return file;
    }

    /** Deletes what was spooled. */
    void close() throws IOException {
        if (spooled != null) {
            Files.deleteIfExists(spooled);
        }
    }

    /** Reads the clients, and tells of those that are refused and skipped. */
    ClientFileReader.Clients read(ClientFile file, ClientColumns columns, PrintWriter err) throws IOException {
        return read(file, columns, TextChecks.none(), err);
    }

    /** Reads the clients, and refuses those with texts that cannot be as well. */
    ClientFileReader.Clients read(ClientFile file, ClientColumns columns, TextChecks checks, PrintWriter err)
            throws IOException {
        return told(Progress.during(err, "reading", () -> ClientFileReader.read(file, columns, checks, isSkip())), err);
    }

    /** Reads the clients, and keeps their rows to write them again. */
    ClientFileReader.Clients readToWrite(ClientFile file, ClientColumns columns, boolean keepFormulas, PrintWriter err)
            throws IOException {
        return told(
                Progress.during(
                        err, "reading", () -> ClientFileReader.readToWrite(file, columns, isSkip(), keepFormulas)),
                err);
    }

    private boolean isSkip() {
        return onError == OnError.SKIP;
    }

    private static ClientFileReader.Clients told(ClientFileReader.Clients clients, PrintWriter err) {
        int refused = clients.refused();
        if (refused > 0) {
            clients.problems().forEach(problem -> err.println("segment: " + problem));
            err.println("segment: " + refused + (refused == 1 ? " row was" : " rows were") + " refused and skipped");
        }
        return clients;
    }

    /** Finds out what the columns are, but for those that --map tells. */
    ClientColumns guessed(ClientFile file, Set<String> texts) {
        return GuessedColumns.of(file, idColumn(), told(file), texts);
    }

    private Path checked() {
        if (!Files.exists(input)) {
            throw new UsageException("--input must be a file, but there is no " + input);
        }
        if (Files.isDirectory(input)) {
            throw new UsageException("--input must be a file, but " + input + " is a directory");
        }
        if (!Files.isRegularFile(input)) {
            throw new UsageException("--input must be a file that can be read twice, but " + input
                    + " is a pipe or a device; save it as a file first, or give it as standard input by --input -");
        }
        return input;
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
            throw new UsageException(option + " must name a column of " + file.name() + ", but was '" + column
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
                throw new UsageException("scheme " + asked.id() + " needs the measure " + name + ", but " + file.name()
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
                    throw new UsageException("the settings name the measure " + lacking + ", but " + file.name()
                            + " has no column of that name; give one with --map " + lacking
                            + "=COLUMN; the columns are: " + String.join(", ", file.columns()));
                });
        if (!told.isEmpty()) {
            throw new UsageException("--map must name a measure or text of scheme " + asked.id() + ", but was '"
                    + told.keySet().iterator().next() + "'; they are: " + names(asked));
        }
        if (measures.isEmpty() && texts.isEmpty() && !asked.requirements().isEmpty()) {
            throw new UsageException("scheme " + asked.id() + " needs at least one of its measures, but no column of "
                    + file.name() + " is called like one; give one with --map MEASURE=COLUMN; the measures are: "
                    + names(asked) + "; the columns are: " + String.join(", ", file.columns()));
        }
        return new ClientColumns(idColumn(), measures, texts);
    }

    /** Finds the columns that hold other than numbers, and those that are told to be texts. */
    Set<String> guessedTexts(ClientFile file, Set<String> texts) {
        return GuessedColumns.of(file, idColumn(), Map.of(), texts).attributes().keySet();
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
