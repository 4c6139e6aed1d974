package dev.segmentation.shell.command;

import dev.segmentation.api.Segmentation;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Segmenter;
import dev.segmentation.shell.csv.ClientColumns;
import dev.segmentation.shell.csv.ClientFile;
import dev.segmentation.shell.csv.ClientFileReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Segments a file in order to ask about the outcome; nothing is written. */
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
        Segmenter learnt = scheme.segmenter(set);
        try {
            return learnt == null ? set.segment(clients.book()) : clients.book().segment(learnt);
        } catch (IllegalArgumentException refused) {
            throw new DataException(file.name() + ": " + refused.getMessage());
        }
    }
}
