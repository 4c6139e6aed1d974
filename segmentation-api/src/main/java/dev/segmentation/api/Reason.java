package dev.segmentation.api;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Why a client is where it is: a code that stays the same, its arguments, and an English text made of them.
 *
 * <p>A vendor that speaks another language translates by the code and fills in the arguments.
 *
 * @param code stable, such as {@code criterion.graded}
 * @param arguments what the text speaks of, in the order the code defines
 * @param text the same in English
 */
public record Reason(String code, List<String> arguments, String text) implements Serializable {

    /**
     * Checks the parts.
     *
     * @param code see {@link #code()}
     * @param arguments see {@link #arguments()}
     * @param text see {@link #text()}
     * @throws IllegalArgumentException if the code is blank
     */
    public Reason {
        arguments = List.copyOf(arguments);
        Objects.requireNonNull(text, "text");
        if (code.isBlank()) {
            throw new IllegalArgumentException("the code of a reason must not be blank");
        }
    }

    /**
     * Gives the reason that something about a client is not known, of the code {@code value.unknown}.
     *
     * @param name what is not known: the name of a measure or an attribute
     * @return the reason; its argument is the name
     */
    public static Reason unknown(String name) {
        return new Reason("value.unknown", List.of(name), name.replace('_', ' ') + " is unknown");
    }

    /**
     * Says whether the reason asks for a person's decision: its code starts with {@code attention.}.
     *
     * @return whether somebody should look at the client
     */
    public boolean needsAttention() {
        return code.startsWith("attention.");
    }

    /** Gives the text. */
    @Override
    public String toString() {
        return text;
    }
}
