package dev.segmentation.api;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;

/** Walks what is found by its place. */
final class Indexed<T> implements Iterator<T> {

    private final int size;
    private final IntFunction<T> get;
    private int next;

    Indexed(int size, IntFunction<T> get) {
        this.size = size;
        this.get = get;
    }

    @Override
    public boolean hasNext() {
        return next < size;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("there are no more than " + size);
        }
        return get.apply(next++);
    }
}
