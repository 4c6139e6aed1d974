package acme;

import dev.segmentation.api.Book;
import dev.segmentation.api.Requirement;
import dev.segmentation.api.Segment;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import java.util.List;

/** Schemes of a foreign package: some good, some wrong in one way each. */
public final class Providers {

    private Providers() {}

    /** A scheme that is never fitted here. */
    private abstract static class Named implements SegmentationScheme {
        private final String id;

        Named(String id) {
            this.id = id;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public List<Segment> segments() {
            return List.of(Segment.of("All", 1));
        }

        @Override
        public List<Requirement> requirements() {
            return List.of();
        }

        @Override
        public Segmenter fit(Book book) {
            throw new IllegalStateException("is not fitted here");
        }
    }

    public static final class Good extends Named {
        public Good() {
            super("acme.good");
        }
    }

    public static final class Twin extends Named {
        public Twin() {
            super("acme.good");
        }
    }

    public static final class Other extends Named {
        public Other() {
            super("acme.other");
        }
    }

    public static final class Capital extends Named {
        public Capital() {
            super("Acme.Gold");
        }
    }

    public static final class Dotless extends Named {
        public Dotless() {
            super("gold");
        }
    }

    public static final class ThrowsWhenMade extends Named {
        public ThrowsWhenMade() {
            super(fail());
        }

        private static String fail() {
            throw new IllegalStateException("not today");
        }
    }

    public static final class ThrowsWhenAsked extends Named {
        public ThrowsWhenAsked() {
            super("");
        }

        @Override
        public String id() {
            throw new AssertionError("no id");
        }
    }

    public static final class NoScheme {
        public NoScheme() {}
    }
}
