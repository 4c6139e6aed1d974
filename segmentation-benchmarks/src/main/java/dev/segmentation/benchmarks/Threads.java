package dev.segmentation.benchmarks;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;

/** The threads of those who work on two. */
final class Threads {

    /** The most that any benchmark uses. */
    static final int MOST = 2;

    /** Started once and kept: what is timed is the work. */
    static final ExecutorService POOL = Executors.newFixedThreadPool(MOST, work -> {
        Thread thread = new Thread(work, "benchmark");
        thread.setDaemon(true);
        return thread;
    });

    private static final ForkJoinPool FORK_JOIN = new ForkJoinPool(MOST);

    private Threads() {}

    /** Work on a part of a range. */
    interface Part {
        void run(int from, int to);
    }

    /** Does work on a range: the calling thread does the first part, the pool the other. */
    static void split(int threads, int size, Part work) {
        if (threads == 1) {
            work.run(0, size);
            return;
        }
        int middle = size / MOST;
        Future<?> other = POOL.submit(() -> work.run(middle, size));
        work.run(0, middle);
        await(other);
    }

    /** Does work that forks by itself: a fork-join pool holds it to two threads, whatever the machine has. */
    static void forking(Runnable work) {
        await(FORK_JOIN.submit(work));
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("work on another thread failed", e);
        }
    }
}
