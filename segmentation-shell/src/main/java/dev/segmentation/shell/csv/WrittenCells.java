package dev.segmentation.shell.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Cells as they stand in a file, each behind a separator. Those that come again and again are made once; several threads may ask
 * for them.
 */
final class WrittenCells {

    private static final int MOST_KEPT = 4_096;

    private final ClientFile file;
    private final boolean keepFormulas;
    private final boolean isNumberPlain;
    private final ConcurrentHashMap<Object, byte[]> kept = new ConcurrentHashMap<>();

    WrittenCells(ClientFile file, boolean keepFormulas) {
        this.file = file;
        this.keepFormulas = keepFormulas;
        this.isNumberPlain = file.numbers().text(0.5).indexOf(file.separator()) < 0;
    }

    /** Gives the cells of whatever equals the key, which are made the first time. */
    byte[] of(Object key, Supplier<List<String>> texts) {
        byte[] known = kept.get(key);
        if (known == null) {
            known = of(texts.get());
            if (kept.size() < MOST_KEPT) {
                kept.put(key, known);
            }
        }
        return known;
    }

    /** Gives the cells of some texts. */
    byte[] of(List<String> texts) {
        List<String> behindAnother = new ArrayList<>();
        behindAnother.add(""); // so that the first text has a separator in front
        behindAnother.addAll(texts);
        RowBytes bytes = row(behindAnother);
        bytes.cut(bytes.size() - file.lineEnd().length());
        return bytes.toByteArray();
    }

    /** Gives a whole row of some texts, with its line end. */
    RowBytes row(List<String> texts) {
        RowBytes bytes = new RowBytes(1 << 8);
        try {
            file.writer(bytes)
                    .writeRecord(Formulas.written(texts, keepFormulas))
                    .flush();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes;
    }

    /** Writes the cell of a finite number that is not negative. */
    void write(double number, RowBytes out) {
        String text = file.numbers().text(number);
        if (isNumberPlain) {
            out.writeAscii(file.separator());
            out.writeAscii(text);
        } else {
            byte[] cell = of(List.of(text));
            out.write(cell, 0, cell.length);
        }
    }

    /** Writes the cell of a whole number. */
    void write(long number, RowBytes out) {
        out.writeAscii(file.separator());
        out.writeAscii(Long.toString(number));
    }
}
