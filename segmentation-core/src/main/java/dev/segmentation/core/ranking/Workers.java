package dev.segmentation.core.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the parts of a step on the calling thread and on an executor.
 *
 * <p>The caller takes over parts that no thread of the executor has begun, so a busy executor slows
 * a step but cannot block it.
 */
final class Workers {
    private final @Nullable Executor executor;
    private final int parts;

    private Workers(@Nullable Executor executor, int parts) {
        this.executor = executor;
        this.parts = parts;
    }

    static Workers callerOnly() {
        return new Workers(null, 1);
    }

    static Workers on(Executor executor, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("there must be 1 thread or more, but asked were " + threads);
        }
        return new Workers(Objects.requireNonNull(executor, "executor"), threads);
    }

    int parts() {
        return parts;
    }

    /** Where the given part of a range of this length begins; part {@code parts()} begins at its end. */
    int partStart(int part, int length) {
        return (int) ((long) length * part / parts);
    }

    /** Runs the step for each part and returns when all are done, even when one fails. */
    void run(IntConsumer step) {
        if (executor == null || parts == 1) {
            step.accept(0);
            return;
        }
        List<FutureTask<Void>> tasks = new ArrayList<>(parts);
        for (int part = 0; part < parts; part++) {
            int number = part;
            tasks.add(new FutureTask<>(() -> step.accept(number), null));
        }
        for (FutureTask<Void> task : tasks.subList(1, parts)) {
            executor.execute(task);
        }
        for (FutureTask<Void> task : tasks) {
            task.run();
        }
        @Nullable Throwable failure = null;
        for (FutureTask<Void> task : tasks) {
            Throwable cause = failureOf(task);
            failure = failure == null ? cause : failure;
        }
        if (failure != null) {
            throw rethrown(failure);
        }
    }

    /** Waits for the task; an interrupt is kept for later, as the arrays are in use until the end. */
    private static @Nullable Throwable failureOf(FutureTask<Void> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    task.get();
                    return null;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    return e.getCause();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return (RuntimeException) cause;
    }
}
