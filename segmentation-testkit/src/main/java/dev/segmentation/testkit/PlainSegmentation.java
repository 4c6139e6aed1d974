package dev.segmentation.testkit;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Ordering;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Standing;
import dev.segmentation.api.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The outcome for a plain book: every client placed by itself. */
final class PlainSegmentation implements Segmentation {

    private final ClientBook book;
    private final Segmenter segmenter;
    private final List<Assignment> assignments = new ArrayList<>();

    PlainSegmentation(ClientBook book, Segmenter segmenter) {
        this.book = book;
        this.segmenter = segmenter;
        book.forEach(client -> assignments.add(segmenter.assign(client)));
    }

    @Override
    public ClientBook book() {
        return book;
    }

    @Override
    public Segmenter segmenter() {
        return segmenter;
    }

    @Override
    public Segment segment(int index) {
        return assignments.get(index).segment();
    }

    @Override
    public Optional<Standing> standing(int index) {
        Ordering ordering = segmenter.ordering().orElse(null);
        if (ordering == null || !segment(index).isScored()) {
            return Optional.empty();
        }
        List<double[]> ranked = IntStream.range(0, size())
                .filter(i -> segment(i).isScored())
                .mapToObj(i -> keys(ordering, i))
                .toList();
        double[] own = keys(ordering, index);
        long better =
                ranked.stream().filter(keys -> Arrays.compare(keys, own) > 0).count();
        return Optional.of(new Standing(better + 1, ranked.size()));
    }

    private double[] keys(Ordering ordering, int index) {
        return Arrays.stream(ordering.keysOf(book.client(index)))
                .map(key -> key + 0.0)
                .toArray();
    }

    @Override
    public long count(Segment segment) {
        return rows(segment).count();
    }

    @Override
    public Summary summary(Segment segment, Measure measure) {
        return Sums.summary(
                rows(segment).mapToDouble(i -> book.client(i).measure(measure)).toArray());
    }

    private IntStream rows(Segment segment) {
        if (segment.isScored() && !segments().contains(segment)) {
            throw new IllegalArgumentException(
                    "there must be a segment '" + segment + "', but there are " + segments());
        }
        return IntStream.range(0, size()).filter(i -> segment(i).equals(segment));
    }

    /** Gives one line: {@code Segmentation[acme.tenure, 3 clients]}. */
    @Override
    public String toString() {
        return "Segmentation[" + segmenter.schemeId() + ", " + assignments.size() + " clients]";
    }
}
