package dev.segmentation.shell.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InTurnTest {

    private static <T> InTurn.Work<T> of(List<Supplier<T>> pieces) {
        Iterator<Supplier<T>> rest = pieces.iterator();
        return new InTurn.Work<>() {
            @Override
            public @Nullable Supplier<T> next() {
                return rest.hasNext() ? rest.next() : null;
            }
        };
    }

    private static List<Supplier<Integer>> numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> (Supplier<Integer>) () -> number)
                .toList();
    }

    private static List<Integer> taken(List<Supplier<Integer>> pieces) throws IOException {
        List<Integer> taken = new ArrayList<>();
        InTurn.run(of(pieces), taken::add);
        return taken;
    }

    @Test
    void givesAllInTheirOrder() throws IOException {
        for (int count : new int[] {0, 1, 2, 3, 100}) {
            assertEquals(IntStream.range(0, count).boxed().toList(), taken(numbers(count)));
        }
    }

    @Test
    void takesTheFirstFirstThoughTheSecondIsReadyBefore() throws IOException {
        if (Runtime.getRuntime().availableProcessors() == 1) {
            return; // nothing is ready before
        }
        CountDownLatch secondIsReady = new CountDownLatch(1);
        List<Supplier<Integer>> pieces = List.of(
                () -> {
                    try {
                        secondIsReady.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return 1;
                },
                () -> {
                    secondIsReady.countDown();
                    return 2;
                },
                () -> 3);
        assertEquals(List.of(1, 2, 3), taken(pieces));
    }

    @Test
    void oneIsDoneByTheCaller() throws IOException {
        List<Thread> threads = new ArrayList<>();
        InTurn.run(InTurnTest.<Thread>of(List.of(Thread::currentThread)), threads::add);
        assertEquals(List.of(Thread.currentThread()), threads);
    }

    @Test
    void theTakerEndsIt() throws IOException {
        List<Integer> taken = new ArrayList<>();
        InTurn.run(of(numbers(100)), number -> {
            taken.add(number);
            return number < 7;
        });
        assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7), taken);
    }

    @Test
    void whatFailsIsThrownBehindWhatCameBefore() {
        for (Throwable failure :
                new Throwable[] {new ClientFileException("wrong"), new OutOfMemoryError("none left")}) {
            List<Supplier<Integer>> pieces = new ArrayList<>(numbers(5));
            pieces.add(() -> {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            });
            pieces.addAll(numbers(20));
            List<Integer> taken = new ArrayList<>();
            assertSame(failure, assertThrows(failure.getClass(), () -> InTurn.run(of(pieces), taken::add)));
            assertEquals(List.of(0, 1, 2, 3, 4), taken);
        }
    }
}
