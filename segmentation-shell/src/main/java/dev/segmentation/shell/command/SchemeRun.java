package dev.segmentation.shell.command;

import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.core.review.Review;
import dev.segmentation.shell.csv.ClientColumns;
import dev.segmentation.shell.csv.ClientFile;
import dev.segmentation.shell.csv.ClientFileReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Segments the clients of a file, as the options say. */
final class SchemeRun {

    private final SchemeOptions scheme;
    private final InputOptions input;
    private final PrintWriter err;

    SchemeRun(SchemeOptions scheme, InputOptions input, PrintWriter err) {
        this.scheme = scheme;
        this.input = input;
        this.err = err;
    }

    /** Reads the columns of the scheme alone. */
    Segmentation segmentation() throws IOException {
        SegmentationScheme set = scheme.scheme();
        ClientFile file = input.open();
        return segment(set, file, input.columns(scheme.asked(set), file));
    }

    /** Reads the columns of the scheme, and as texts those that hold other than numbers or are told to be texts. */
    Segmentation withTexts(Set<String> told) throws IOException {
        SegmentationScheme set = scheme.scheme();
        ClientFile file = input.open();
        told.forEach(text -> InputOptions.checkColumn("--text", text, file));
        ClientColumns columns = input.columns(scheme.asked(set), file);
        Map<String, String> texts = new LinkedHashMap<>(columns.attributes());
        input.guessedTexts(file, told).forEach(column -> {
            if (told.contains(column) || !columns.measures().containsValue(column)) {
                texts.putIfAbsent(column, column);
            }
        });
        return segment(set, file, new ClientColumns(columns.id(), columns.measures(), texts));
    }

    private Segmentation segment(SegmentationScheme set, ClientFile file, ClientColumns columns) throws IOException {
        ClientFileReader.Clients clients = input.read(file, columns, err);
        InputOptions.noteLeftOut(scheme.asked(set), columns, file, err);
        return segment(set, clients, null);
    }

    /** Segments clients that were read: as an earlier run learnt it, as a review, or anew. */
    Segmentation segment(SegmentationScheme set, ClientFileReader.Clients clients, @Nullable Review review)
            throws IOException {
        Segmenter learnt = scheme.segmenter(set);
        try {
            if (learnt != null) {
                return clients.book().segment(learnt);
            }
            return review == null ? set.segment(clients.book()) : review.segment(set, clients.book());
        } catch (IllegalArgumentException refused) {
            String what = review == null ? "" : "the review of ";
            throw new DataException(what + clients.file().name() + ": " + refused.getMessage());
        }
    }
}
