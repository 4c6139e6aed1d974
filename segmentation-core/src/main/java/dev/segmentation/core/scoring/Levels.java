package dev.segmentation.core.scoring;

import dev.segmentation.api.Settings;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How the texts of an attribute become grades: one grade a text, whether in small or capital letters.
 *
 * <pre>{@code
 * Levels.of(Map.of("basic", 1.0, "plus", 2.0, "private", 3.0))
 * }</pre>
 *
 * <p>A text that is not among them is refused.
 */
public final class Levels implements Serializable {

    private static final long serialVersionUID = 1;

    private static final Map<String, Double> YES_AND_NO =
            Map.of("yes", 1.0, "y", 1.0, "true", 1.0, "1", 1.0, "no", 0.0, "n", 0.0, "false", 0.0, "0", 0.0);

    private final LinkedHashMap<String, Double> gradeOf;
    private final Scale scale;

    private Levels(Map<String, Double> gradeOf, Scale scale) {
        this.gradeOf = new LinkedHashMap<>(gradeOf);
        this.scale = scale;
    }

    /**
     * Gives levels.
     *
     * @param grades the grade of each text; the least and the greatest make the scale. Copied.
     * @return the levels
     * @throws IllegalArgumentException if all grades are equal, one is not finite, or two texts are the same but for
     *     capital letters
     */
    public static Levels of(Map<String, Double> grades) {
        Map<String, Double> gradeOf = new LinkedHashMap<>();
        double worst = Double.POSITIVE_INFINITY;
        double best = Double.NEGATIVE_INFINITY;
        for (String text : grades.keySet().stream().sorted().toList()) {
            double grade = grades.getOrDefault(text, Double.NaN);
            if (gradeOf.put(key(text), grade) != null) {
                throw new IllegalArgumentException("texts must differ, but '" + text + "' comes twice");
            }
            if (!Double.isFinite(grade)) {
                throw new IllegalArgumentException("a grade must be finite, but that of '" + text + "' is " + grade);
            }
            worst = Math.min(worst, grade);
            best = Math.max(best, grade);
        }
        return new Levels(gradeOf, new Scale(worst, best));
    }

    /**
     * Gives 1 for {@code yes}, {@code y}, {@code true} and {@code 1}, and 0 for {@code no}, {@code n}, {@code false} and
     * {@code 0}.
     *
     * @return the levels
     */
    public static Levels yesNo() {
        return of(YES_AND_NO);
    }

    /**
     * Gives the same levels on another scale, as {@link Grading#on} does.
     *
     * @param newScale the other scale
     * @return other levels
     */
    public Levels on(Scale newScale) {
        Map<String, Double> moved = new LinkedHashMap<>();
        gradeOf.forEach((text, grade) -> moved.put(text, newScale.at(scale, grade)));
        return new Levels(moved, newScale);
    }

    /**
     * Gives the scale of the grades.
     *
     * @return the scale
     */
    public Scale scale() {
        return scale;
    }

    /**
     * Gives the texts that have a grade, in small letters.
     *
     * @return at least two texts
     */
    public List<String> texts() {
        return new ArrayList<>(gradeOf.keySet());
    }

    /**
     * Gives the grade of a text.
     *
     * @param text the text
     * @return its grade, or nothing for a text that has none
     */
    public OptionalDouble grade(String text) {
        Double grade = gradeOf.get(key(text));
        return grade == null ? OptionalDouble.empty() : OptionalDouble.of(grade);
    }

    private static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    Settings settings() {
        return Settings.of(gradeOf);
    }

    static Levels from(Settings settings) {
        Map<String, Double> grades = new LinkedHashMap<>();
        settings.keys().forEach(text -> grades.put(text, settings.real(text).orElseThrow(settings.lacking(text))));
        return of(grades);
    }
}
