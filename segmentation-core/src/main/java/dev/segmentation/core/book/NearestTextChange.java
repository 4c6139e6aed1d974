package dev.segmentation.core.book;

import dev.segmentation.api.Client;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Segment;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.TextChange;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Finds the smallest change of one text attribute that alone moves a client to another segment, whatever the scheme: of the
 * texts that the book has, the one that moves it to the nearest segment. Costs a placing a text.
 */
final class NearestTextChange {

    private final ColumnBook book;
    private final Segmenter segmenter;
    private final Client client;

    /** The client's own order, and the orders of the segments that are wanted. */
    private final int own;

    private final IntPredicate wanted;

    NearestTextChange(ColumnBook book, Segmenter segmenter, Client client, int own, IntPredicate wanted) {
        this.book = book;
        this.segmenter = segmenter;
        this.client = client;
        this.own = own;
        this.wanted = wanted;
    }

    /** Gives the change; of several to segments that are as near, the first by attribute, then by text. */
    Optional<TextChange> find() {
        TextChange nearest = null;
        for (String attribute : segmenter.attributes()) {
            String from = client.attribute(attribute).orElse(null);
            List<String> texts = book.texts(attribute).texts().stream().sorted().toList();
            for (String to : texts) {
                if (from == null || to.equals(from)) {
                    continue;
                }
                Segment segment =
                        segmenter.assign(new Changed(client, attribute, to)).segment();
                if (segment.isScored()
                        && wanted.test(segment.order())
                        && (nearest == null || distance(segment) < distance(nearest.segment()))) {
                    nearest = new TextChange(attribute, from, to, segment);
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    private int distance(Segment segment) {
        return Math.abs(segment.order() - own);
    }

    /** The client, but for one text. */
    private record Changed(Client client, String changed, String text) implements Client {
        @Override
        public String id() {
            return client.id();
        }

        @Override
        public double measure(Measure measure) {
            return client.measure(measure);
        }

        @Override
        public Optional<String> attribute(String name) {
            return name.equals(changed) ? Optional.of(text) : client.attribute(name);
        }
    }
}
