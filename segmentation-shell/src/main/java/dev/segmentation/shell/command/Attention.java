package dev.segmentation.shell.command;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.Reason;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Counts the clients of whom the scheme says that a person must decide; several threads may show it theirs. */
final class Attention implements Consumer<Assignment> {

    private final Map<String, LongAdder> clientsOf = new ConcurrentSkipListMap<>();

    @Override
    public void accept(Assignment assignment) {
        for (Reason reason : assignment.reasons()) {
            if (reason.needsAttention()) {
                clientsOf
                        .computeIfAbsent(reason.text(), first -> new LongAdder())
                        .increment();
            }
        }
    }

    /** Says of how many, by what is to be decided. */
    void tell(PrintWriter err) {
        clientsOf.forEach((text, clients) ->
                err.println("segment: " + clients + (clients.intValue() == 1 ? " client: " : " clients: ") + text));
    }
}
