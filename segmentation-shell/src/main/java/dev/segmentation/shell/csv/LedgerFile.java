package dev.segmentation.shell.csv;

import dev.segmentation.core.review.LedgerEntry;
import dev.segmentation.core.review.OverrideLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Reads what people decided: a CSV file of the columns client, segment, author, reason, from and until. */
public final class LedgerFile {

    private static final List<String> COLUMNS = List.of("client", "segment", "author", "reason", "from", "until");

    private LedgerFile() {}

    /**
     * Reads a ledger. Days are written like {@code 2026-11-22}; an empty {@code until} means that it holds until it is
     * taken back.
     *
     * @param path where the file is
     * @return the ledger
     * @throws IOException if the file cannot be read
     * @throws ClientFileException if a column is not there, or a line is refused; the message says where
     */
    public static OverrideLedger read(Path path) throws IOException {
        ClientFile file = ClientFile.open(path, null);
        for (String column : COLUMNS) {
            if (!file.columns().contains(column)) {
                throw new ClientFileException(path + ": must have the columns " + String.join(", ", COLUMNS)
                        + ", but has " + String.join(", ", file.columns()));
            }
        }
        List<LedgerEntry> entries = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        file.readClients(row -> {
            try {
                entries.add(entry(file, row));
            } catch (IllegalArgumentException refused) {
                problems.add(path + ":" + row.line() + ": " + refused.getMessage());
            }
            return problems.size() < ClientFileReader.MOST_PROBLEMS_SHOWN;
        });
        if (!problems.isEmpty()) {
            throw new ClientFileException(String.join(System.lineSeparator(), problems));
        }
        return OverrideLedger.of(entries);
    }

    private static LedgerEntry entry(ClientFile file, FileRow row) {
        if (row.fields() != file.columns().size()) {
            throw new IllegalArgumentException(
                    "must have " + file.columns().size() + " fields like the header, but has " + row.fields());
        }
        String until = field(file, row, "until");
        return new LedgerEntry(
                field(file, row, "client"),
                field(file, row, "segment"),
                field(file, row, "author"),
                field(file, row, "reason"),
                day("from", field(file, row, "from")),
                until.isEmpty() ? null : day("until", until));
    }

    private static String field(ClientFile file, FileRow row, String column) {
        return Formulas.unguarded(row.cell(file.columns().indexOf(column)).strip());
    }

    private static LocalDate day(String column, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            throw new IllegalArgumentException(
                    "column '" + column + "' must be a day such as 2026-11-22, but was '" + Shown.of(text) + "'",
                    notADay);
        }
    }
}
