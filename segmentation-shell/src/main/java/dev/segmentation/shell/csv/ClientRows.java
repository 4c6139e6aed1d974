package dev.segmentation.shell.csv;

import dev.segmentation.api.Requirement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a piece of a file: the client of each, and what is wrong with it as far as the row alone tells. Filled anew for
 * each piece; other threads may fill others.
 */
final class ClientRows {

    private final ReadColumns columns;
    private final Numbers numbers;
    private final @Nullable KeptRows kept;
    private final PointDoubt[] doubts;

    private int size;
    private long[] lines = new long[16];
    private @Nullable String[] ids = new String[16];

    /** The values of one row behind those of the other; so are the texts. */
    private double[] values;

    private @Nullable String[] texts;

    private Optional<KeptRows.Block> block = Optional.empty();

    private final Map<Integer, List<String>> wrong = new HashMap<>();

    private @Nullable ClientFileException end;

    ClientRows(ReadColumns columns, boolean keepRows, boolean keepFormulas) {
        this.columns = columns;
        this.numbers = columns.file().numbers();
        this.kept = keepRows ? new KeptRows(columns.file(), keepFormulas) : null;
        this.doubts = new PointDoubt[columns.requirements().size()];
        Arrays.setAll(doubts, m -> new PointDoubt());
        this.values = new double[16 * doubts.length];
        this.texts = new String[16 * columns.attributes().size()];
    }

    /** Reads the rows of a piece in place of those before, as far as so many are wrong. */
    void read(FilePieces.Piece piece, int mostWrong) {
        size = 0;
        wrong.clear();
        end = null;
        if (kept != null) {
            kept.clear();
        }
        try {
            columns.file().readClients(piece, row -> {
                add(row);
                return wrong.size() < mostWrong;
            });
        } catch (ClientFileException cannotGoOn) {
            end = cannotGoOn;
        }
        block = kept == null ? Optional.empty() : Optional.of(kept.block());
    }

    private void add(FileRow row) {
        if (size == lines.length) {
            grow();
        }
        lines[size] = row.line();
        ids[size] = null;
        if (row.fields() == columns.file().columns().size()) {
            addClient(row);
        } else {
            isWrong("must have " + columns.file().columns().size() + " fields like the header, but has "
                    + row.fields());
        }
        if (kept != null) {
            kept.add(row);
        }
        size++;
    }

    private void grow() {
        int more = 2 * size;
        lines = Arrays.copyOf(lines, more);
        ids = Arrays.copyOf(ids, more);
        values = Arrays.copyOf(values, more * doubts.length);
        texts = Arrays.copyOf(texts, more * columns.attributes().size());
    }

    private void addClient(FileRow row) {
        String id = row.text(columns.id());
        if (id.isBlank()) {
            isWrong("column '" + columns.name(columns.id()) + "' must have an id, but is empty");
        }
        ids[size] = id;
        int first = size * doubts.length;
        for (int m = 0; m < doubts.length; m++) {
            values[first + m] = value(row, m);
        }
        for (int t = 0; t < columns.attributes().size(); t++) {
            texts[size * columns.attributes().size() + t] = text(row, t);
        }
    }

    private double value(FileRow row, int m) {
        int column = columns.measure(m);
        int from = row.start(column);
        int to = row.end(column);
        double plain = numbers.plain(row.chars(), from, to);
        if (Double.isNaN(plain) || !columns.requirements().get(m).accepts(plain)) {
            return value(row.text(column), m);
        }
        if (numbers.isAssumed()) {
            doubts[m].seePlain(row.chars(), from, to);
        }
        return plain;
    }

    private double value(String text, int m) {
        Requirement requirement = columns.requirements().get(m);
        boolean isAnswer = columns.isAnswer(m);
        OptionalDouble value = isAnswer ? YesNo.parse(text, numbers) : numbers.parse(text);
        if (numbers.isAssumed() && value.isPresent()) {
            doubts[m].see(text);
        }
        Optional<String> refusal = value.isEmpty()
                ? Optional.of(
                        isAnswer ? "must be yes or no, or a number" : "must be a number such as " + numbers.example())
                : YesNo.refusal(requirement, value.getAsDouble());
        refusal.ifPresent(must -> isWrong(refused(columns.measure(m), must, text)));
        return value.orElse(Double.NaN);
    }

    /** Gives a text of a row; an empty cell is unknown. */
    private @Nullable String text(FileRow row, int t) {
        int column = columns.text(t);
        String text = Formulas.unguarded(row.cell(column).strip());
        if (text.isEmpty()) {
            return null;
        }
        columns.check(t).apply(text).ifPresent(must -> isWrong(refused(column, must, text)));
        return text;
    }

    private String refused(int column, String must, String text) {
        return "column '" + columns.name(column) + "' " + must + ", but was '" + Shown.of(text) + "'";
    }

    private void isWrong(String what) {
        wrong.computeIfAbsent(size, row -> new ArrayList<>()).add(what);
    }

    int size() {
        return size;
    }

    /** Gives the line of the file on which a row begins, from 1. */
    long line(int row) {
        return lines[row];
    }

    /** Gives the id of the client of a row; null where the row has too few fields, or too many. */
    @Nullable String id(int row) {
        return ids[row];
    }

    /** Gives the values of a row, one a measure. */
    void values(int row, double[] taken) {
        System.arraycopy(values, row * taken.length, taken, 0, taken.length);
    }

    /** Gives the texts of a row, one an attribute; not to be kept. */
    List<@Nullable String> texts(int row) {
        int width = columns.attributes().size();
        return width == 0 ? List.of() : Arrays.asList(texts).subList(row * width, (row + 1) * width);
    }

    /** Gives what is wrong with a row. */
    List<String> wrong(int row) {
        return wrong.isEmpty() ? List.of() : wrong.getOrDefault(row, List.of());
    }

    /** Gives why there is nothing to read behind the last row, where that is not for want of rows. */
    Optional<ClientFileException> end() {
        return Optional.ofNullable(end);
    }

    /** Gives the rows as they are written again, if they are kept. */
    Optional<KeptRows.Block> block() {
        return block;
    }

    /** Says what the points in the column of a measure told so far. */
    PointDoubt doubt(int m) {
        return doubts[m];
    }
}
