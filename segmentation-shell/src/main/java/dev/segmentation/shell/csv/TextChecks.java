package dev.segmentation.shell.csv;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What texts of clients must be, such as dates: a row with another text is refused as one with a bad number is, with its line
 * and column.
 *
 * <pre>{@code
 * TextChecks.none().with("birthday", text -> text.length() == 10 ? Optional.empty() : Optional.of("must be a date"))
 * // clients.csv:7: column 'birthday' must be a date, but was '30.7.61'
 * }</pre>
 *
 * <p>Unknown texts are not checked.
 */
public final class TextChecks {

    private static final TextChecks NONE = new TextChecks(Map.of());

    private final Map<String, Function<String, Optional<String>>> refusalOf;

    private TextChecks(Map<String, Function<String, Optional<String>>> refusalOf) {
        this.refusalOf = Collections.unmodifiableMap(refusalOf);
    }

    /**
     * Gives checks that refuse nothing.
     *
     * @return no checks
     */
    public static TextChecks none() {
        return NONE;
    }

    /**
     * Gives the same checks and one more. Of several checks of one attribute the first refusal is told.
     *
     * @param attribute the name of the text attribute; one that is not read is not checked
     * @param refusal says what a text must be where it is not, such as {@code must be a date}; several threads may ask it
     * @return further checks
     */
    public TextChecks with(String attribute, Function<String, Optional<String>> refusal) {
        Map<String, Function<String, Optional<String>>> more = new LinkedHashMap<>(refusalOf);
        more.merge(
                attribute, refusal, (first, next) -> text -> first.apply(text).or(() -> next.apply(text)));
        return new TextChecks(more);
    }

    /** Gives what says what the texts of an attribute must be. */
    Function<String, Optional<String>> of(String attribute) {
        return refusalOf.getOrDefault(attribute, text -> Optional.empty());
    }
}
