package dev.segmentation.testkit;

import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Segmenter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What must be so when several threads use one scheme and one segmenter. */
final class ThreadLaws {

    private static final int THREADS = 4;
    private static final int ROUNDS = 10;

    private final Trial trial;

    ThreadLaws(Trial trial) {
        this.trial = trial;
    }

    Optional<String> threadsGetTheSame(Sample sample) {
        Segmentation result = trial.segmented(sample).orElse(null);
        if (result == null || sample.size() == 0) {
            return Optional.empty();
        }
        CyclicBarrier together = new CyclicBarrier(THREADS);
        Callable<Optional<String>> work = () -> {
            together.await();
            for (int round = 0; round < ROUNDS; round++) {
                Optional<String> difference = Trial.difference(
                        sample, result, result.segmenter(), "when several threads assign with one segmenter");
                if (difference.isPresent()) {
                    return difference;
                }
            }
            Segmenter own = trial.scheme().segment(trial.book(sample)).segmenter();
            return Trial.difference(sample, result, own, "when several threads fit one scheme");
        };
        return first(work);
    }

    /** Gives what the first of several threads found to be wrong. */
    private static Optional<String> first(Callable<Optional<String>> work) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Optional<String>>> all = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                all.add(threads.submit(work));
            }
            Optional<String> wrong = Optional.empty();
            for (Future<Optional<String>> one : all) {
                Optional<String> found = one.get();
                wrong = wrong.or(() -> found);
            }
            return wrong;
        } catch (ExecutionException failure) {
            return Optional.of("one of several threads met " + failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the test was interrupted", stopped);
        } finally {
            threads.shutdownNow();
        }
    }
}
