package dev.segmentation.shell.csv;

import dev.segmentation.api.Requirement;
import dev.segmentation.core.book.ClientBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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

    /** The clients of the rows with which nothing is wrong. */
    private final ClientBatch clients;

    private final BitSet wrongRows = new BitSet();
    private final Map<Integer, List<String>> wrong = new HashMap<>();
    private final Map<Integer, String> idsOfWrong = new HashMap<>();

    private Optional<KeptRows.Block> block = Optional.empty();
    private @Nullable ClientFileException end;

    /** Of the row that is being read. */
    private final double[] values;

    private final List<@Nullable String> texts = new ArrayList<>();

    ClientRows(ReadColumns columns, ClientBatch clients, boolean keepRows, boolean keepFormulas) {
        this.columns = columns;
        this.numbers = columns.file().numbers();
        this.clients = clients;
        this.kept = keepRows ? new KeptRows(columns.file(), keepFormulas) : null;
        this.values = new double[columns.requirements().size()];
        this.doubts = new PointDoubt[values.length];
        Arrays.setAll(doubts, m -> new PointDoubt());
    }

    /** Reads the rows of a piece in place of those before, as far as so many are wrong. */
    void read(FilePieces.Piece piece, int mostWrong) {
        size = 0;
        clients.clear();
        wrongRows.clear();
        wrong.clear();
        idsOfWrong.clear();
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
            lines = Arrays.copyOf(lines, 2 * size);
        }
        lines[size] = row.line();
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

    private void addClient(FileRow row) {
        String id = row.text(columns.id());
        if (id.isBlank()) {
            isWrong("column '" + columns.name(columns.id()) + "' must have an id, but is empty");
        }
        for (int m = 0; m < values.length; m++) {
            values[m] = value(row, m);
        }
        texts.clear();
        for (int t = 0; t < columns.attributes().size(); t++) {
            texts.add(text(row, t));
        }
        if (wrongRows.get(size)) {
            idsOfWrong.put(size, id);
        } else {
            clients.add(id, values, texts);
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
        wrongRows.set(size);
        wrong.computeIfAbsent(size, row -> new ArrayList<>()).add(what);
    }

    int size() {
        return size;
    }

    /** Gives the line of the file on which a row begins, from 1. */
    long line(int row) {
        return lines[row];
    }

    /** Gives the clients of the rows with which nothing is wrong, in the order of the rows. */
    ClientBatch clients() {
        return clients;
    }

    /** Gives the first row with which something is wrong, from a row on; the number of rows if there is none. */
    int nextWrong(int from) {
        int next = wrongRows.nextSetBit(from);
        return next < 0 ? size : next;
    }

    /** Gives what is wrong with a row. */
    List<String> wrong(int row) {
        return wrong.getOrDefault(row, List.of());
    }

    /** Gives the id in a row with which something is wrong; nothing where it has too few fields, or too many. */
    Optional<String> idOfWrong(int row) {
        return Optional.ofNullable(idsOfWrong.get(row));
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
