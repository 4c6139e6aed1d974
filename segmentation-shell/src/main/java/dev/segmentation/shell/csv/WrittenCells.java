package dev.segmentation.shell.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Cells as they stand in a file, each behind a separator. Those that come again and again are made once; several threads may ask
 * for them.
 */
final class WrittenCells {

    private static final int MOST_KEPT = 4_096;
    private static final long MILLION = 1_000_000;
    private static final int TEN = 10;

    private final ClientFile file;
    private final boolean keepFormulas;
    private final boolean isNumberPlain;
    private final ConcurrentHashMap<Object, byte[]> kept = new ConcurrentHashMap<>();

    WrittenCells(ClientFile file, boolean keepFormulas) {
        this.file = file;
        this.keepFormulas = keepFormulas;
        this.isNumberPlain = file.numbers().text(0.5).indexOf(file.separator()) < 0;
    }

    /** Gives the cells that are kept for whatever equals the key, if any. */
    byte @Nullable [] known(Object key) {
        return kept.get(key);
    }

    /** Makes the cells of some texts, keeps them for a key as long as there are few, and gives them. */
    byte[] keep(Object key, List<String> texts) {
        byte[] made = of(texts);
        if (kept.size() < MOST_KEPT) {
            kept.put(key, made);
        }
        return made;
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

    /** Writes the cell of a percentage. */
    void writePercent(double percent, RowBytes out) {
        if (isNumberPlain) {
            out.writeAscii(file.separator());
            writeMillionths(Math.round(percent * MILLION), out);
        } else {
            RowBytes number = new RowBytes(1 << 4);
            writeMillionths(Math.round(percent * MILLION), number);
            byte[] cell = of(List.of(number.text()));
            out.write(cell, 0, cell.length);
        }
    }

    /** Writes so many millionths with one to six decimals. */
    private void writeMillionths(long millionths, RowBytes out) {
        out.writeWhole(millionths / MILLION);
        out.writeAscii(file.numbers().decimal());
        long rest = millionths % MILLION;
        do {
            rest *= TEN;
            out.writeAscii((char) ('0' + rest / MILLION));
            rest %= MILLION;
        } while (rest > 0);
    }

    /** Writes the cell of a whole number that is not negative. */
    void writeWhole(long number, RowBytes out) {
        out.writeAscii(file.separator());
        out.writeWhole(number);
    }
}
