package dev.segmentation.schemes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.segmentation.api.Assignment;
import dev.segmentation.api.ClientBook;
import dev.segmentation.api.Reason;
import dev.segmentation.api.Score;
import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.api.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** What every scheme must keep: the same places when it is set by its own settings, and when its segmenter is stored. */
public final class Stored {

    private Stored() {}

    /** Gives the names of the segments of all clients. */
    public static List<String> places(Segmentation result) {
        return IntStream.range(0, result.size())
                .mapToObj(i -> result.segment(i).name())
                .toList();
    }

    /** Gives the codes of the reasons of a client. */
    public static List<String> codes(Segmentation result, String clientId) {
        return codes(result.explain(clientId).assignment());
    }

    /** Gives the codes of the reasons of an assignment. */
    public static List<String> codes(Assignment assignment) {
        return assignment.reasons().stream().map(Reason::code).toList();
    }

    /** Gives the texts of the reasons of a client. */
    public static List<String> texts(Segmentation result, String clientId) {
        return result.explain(clientId).assignment().reasons().stream()
                .map(Reason::text)
                .toList();
    }

    /** Segments a book in every way there is, and checks that each client is placed the same, for the same reasons. */
    public static Segmentation segmentEveryWay(SegmentationScheme scheme, ClientBook book) {
        Segmentation result = scheme.segment(book);
        Segmenter segmenter = result.segmenter();
        Settings data = segmenter.settings();
        SegmentationScheme again =
                scheme.withSettings(Settings.of(scheme.settings().toMap()));
        assertEquals(scheme.settings(), again.settings());
        assertEquals(scheme.segments(), again.segments());
        assertEquals(scheme.requirements(), again.requirements());
        assertEquals(assignments(result), assignments(again.segment(book)), "set by its own settings");
        Segmenter read = scheme.segmenter(Settings.of(data.toMap()));
        assertEquals(data, read.settings());
        assertEquals(assignments(result), assignments(book.segment(read)), "kept as plain data");
        assertEquals(assignments(result), assignments(book.segment(serialized(segmenter))), "kept as bytes");
        for (int i = 0; i < result.size(); i++) {
            Assignment one = result.assignment(i);
            assertEquals(one.segment(), result.segment(i), "all at once and one by one");
            assertEquals(one.score().map(Score::value).orElse(Double.NaN), result.score(i));
            assertEquals(one.reasons().stream().anyMatch(Reason::needsAttention), result.needsAttention(i));
        }
        return result;
    }

    private static List<Assignment> assignments(Segmentation result) {
        return StreamSupport.stream(result.spliterator(), false).toList();
    }

    private static Segmenter serialized(Segmenter segmenter) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(segmenter);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (Segmenter) in.readObject();
            }
        } catch (IOException | ClassNotFoundException failure) {
            throw new AssertionError(failure);
        }
    }
}
