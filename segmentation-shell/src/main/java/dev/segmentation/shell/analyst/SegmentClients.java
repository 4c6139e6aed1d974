package dev.segmentation.shell.analyst;

import dev.segmentation.api.Client;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import java.util.Iterator;
import java.util.stream.IntStream;

/** The clients of one segment, in the order of the book. */
public final class SegmentClients implements Iterable<Client> {

    private final Segmentation segmentation;
    private final Segment segment;

    SegmentClients(Segmentation segmentation, Segment segment) {
        this.segmentation = segmentation;
        this.segment = segment;
    }

    Segmentation segmentation() {
        return segmentation;
    }

    Segment segment() {
        return segment;
    }

    /**
     * Gives how many there are.
     *
     * @return 0 or more
     */
    public long size() {
        return segmentation.count(segment);
    }

    @Override
    public Iterator<Client> iterator() {
        return IntStream.range(0, segmentation.size())
                .filter(row -> segmentation.segment(row).equals(segment))
                .mapToObj(segmentation.book()::client)
                .iterator();
    }

    /** Gives one line: {@code SegmentClients[Platinum, 24 clients]}. */
    @Override
    public String toString() {
        return "SegmentClients[" + segment + ", " + size() + " clients]";
    }
}
