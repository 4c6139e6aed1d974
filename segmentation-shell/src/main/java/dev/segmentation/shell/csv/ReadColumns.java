package dev.segmentation.shell.csv;

import dev.segmentation.api.Requirement;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which columns of a file are read as what, and what their cells must be. */
final class ReadColumns {

    private final ClientFile file;
    private final int id;
    private final List<Requirement> requirements;
    private final int[] measures;
    private final boolean[] isAnswer;
    private final List<String> attributes;
    private final int[] texts;
    private final List<Function<String, Optional<String>>> checks;

    ReadColumns(ClientFile file, ClientColumns read, TextChecks checks) {
        this.file = file;
        this.id = file.columns().indexOf(read.id());
        this.requirements = List.copyOf(read.measures().keySet());
        this.measures = places(file, read.measures().values());
        this.isAnswer = new boolean[measures.length];
        for (int m = 0; m < measures.length; m++) {
            isAnswer[m] = YesNo.isAsked(requirements.get(m));
        }
        this.attributes = List.copyOf(read.attributes().keySet());
        this.texts = places(file, read.attributes().values());
        this.checks = attributes.stream().map(checks::of).toList();
    }

    private static int[] places(ClientFile file, Collection<String> columns) {
        return columns.stream().mapToInt(file.columns()::indexOf).toArray();
    }

    ClientFile file() {
        return file;
    }

    /** Gives the place of the column of the ids. */
    int id() {
        return id;
    }

    /** Gives the name of a column by its place. */
    String name(int column) {
        return file.columns().get(column);
    }

    List<Requirement> requirements() {
        return requirements;
    }

    /** Gives the place of the column of a measure. */
    int measure(int m) {
        return measures[m];
    }

    /** Says whether the cells of a measure may be yes and no. */
    boolean isAnswer(int m) {
        return isAnswer[m];
    }

    List<String> attributes() {
        return attributes;
    }

    /** Gives the place of the column of an attribute. */
    int text(int t) {
        return texts[t];
    }

    /** Gives what says what a text must be. */
    Function<String, Optional<String>> check(int t) {
        return checks.get(t);
    }
}
