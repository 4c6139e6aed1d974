package dev.segmentation.shell.table;

import java.util.List;
import java.util.stream.Collectors;

/** Sentences, each in as many lines as it needs. */
public final class LinesTable {

    private final List<String> sentences;

    /**
     * Takes what is to be shown.
     *
     * @param sentences the sentences
     */
    public LinesTable(List<String> sentences) {
        this.sentences = List.copyOf(sentences);
    }

    /** Gives the lines. */
    @Override
    public String toString() {
        return sentences.stream().map(TextTable::sentence).collect(Collectors.joining());
    }
}
