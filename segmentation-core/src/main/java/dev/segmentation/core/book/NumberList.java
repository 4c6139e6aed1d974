package dev.segmentation.core.book;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A growing list of numbers; a long one is kept in pieces, so that growing copies nothing. */
final class NumberList {

    private static final int PIECE = 1 << 15;

    private final List<double[]> full = new ArrayList<>();
    private double[] last = new double[16];
    private int size;

    void add(double number) {
        if (size == last.length) {
            grow();
        }
        last[size++] = number;
    }

    private void grow() {
        if (last.length < PIECE) {
            last = Arrays.copyOf(last, 2 * last.length);
        } else {
            full.add(last);
            last = new double[PIECE];
            size = 0;
        }
    }

    double[] toArray() {
        double[] all = new double[full.size() * PIECE + size];
        for (int piece = 0; piece < full.size(); piece++) {
            System.arraycopy(full.get(piece), 0, all, piece * PIECE, PIECE);
        }
        System.arraycopy(last, 0, all, full.size() * PIECE, size);
        return all;
    }
}
