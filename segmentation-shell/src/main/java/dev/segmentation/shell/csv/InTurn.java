package dev.segmentation.shell.csv;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Has several threads do pieces of work, and takes what they make in its order; a few are ahead of the one that is taken. */
final class InTurn {

    private InTurn() {}

    /** Gives pieces of work, on the thread of the caller. */
    interface Work<T> {

        /** Gives the next piece, or null behind the last. */
        @Nullable Supplier<T> next() throws IOException;
    }

    /** Takes what was made, on the thread of the caller. */
    interface Taker<T> {

        /** Takes the next, and says whether to go on. */
        boolean take(T made) throws IOException;
    }

    /** Does all the work, or as much as the taker wants. A single piece is done by the caller alone. */
    static <T> void run(Work<T> work, Taker<T> taker) throws IOException {
        Supplier<T> first = work.next();
        if (first == null) {
            return;
        }
        Supplier<T> second = work.next();
        if (second == null) {
            taker.take(first.get());
            return;
        }
        int cores = Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Executors.newFixedThreadPool(cores);
        try {
            run(first, second, work, taker, threads, cores);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> void run(
            Supplier<T> first, Supplier<T> second, Work<T> work, Taker<T> taker, ExecutorService threads, int cores)
            throws IOException {
        Queue<Future<T>> ahead = new ArrayDeque<>();
        ahead.add(threads.submit(first::get));
        boolean isWanted = true;
        for (Supplier<T> more = second; isWanted && more != null; more = isWanted ? work.next() : null) {
            ahead.add(threads.submit(more::get));
            if (ahead.size() > cores + 1) {
                isWanted = taker.take(next(ahead));
            }
        }
        while (isWanted && !ahead.isEmpty()) {
            isWanted = taker.take(next(ahead));
        }
    }

    private static <T> T next(Queue<Future<T>> ahead) throws IOException {
        try {
            return ahead.remove().get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error error) {
                throw error; // such as that there is no memory left
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while others were at work");
        }
    }
}
