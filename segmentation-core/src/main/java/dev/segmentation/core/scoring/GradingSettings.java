package dev.segmentation.core.scoring;

import dev.segmentation.api.InvalidSettingsException;
import dev.segmentation.api.Measure;
import dev.segmentation.api.Settings;
import java.math.BigDecimal;
import java.util.List;

/** Reads criteria and their gradings from plain data. */
final class GradingSettings {

    private static final List<String> BY_NAME =
            List.of("terciles", MinMaxGrading.NAME, PercentRankGrading.NAME, "yes_no");

    private static final String[] WITH_NUMBERS = {
        "given", "equal_counts", "thresholds", "around_mean", "shares_of_total", "bands"
    };

    private GradingSettings() {}

    static Criterion criterion(Settings settings) {
        Criterion criterion = settings.has("attribute") ? ofAttribute(settings) : ofMeasure(settings);
        BigDecimal weight = settings.number("weight").orElse(criterion.weight());
        return settings.checked("weight", () -> criterion.withWeight(weight))
                .withMissing(settings.choice("missing", Missing.class).orElse(criterion.missing()));
    }

    private static Criterion ofMeasure(Settings settings) {
        settings.allow("measure", "grading", "scale", "weight", "missing");
        Measure measure = settings.measure("measure").orElseThrow(settings.lacking("measure"));
        Grading grading = grading(settings);
        return Criterion.of(
                measure,
                settings.group("scale")
                        .map(Scale::from)
                        .filter(scale -> !scale.equals(grading.scale()))
                        .map(grading::on)
                        .orElse(grading));
    }

    private static Criterion ofAttribute(Settings settings) {
        settings.allow("attribute", "levels", "scale", "weight", "missing");
        String attribute = settings.text("attribute").orElseThrow(settings.lacking("attribute"));
        Levels levels = settings.isText("levels")
                ? yesNo(settings)
                : settings.checked(
                        "levels", () -> Levels.from(settings.group("levels").orElseThrow(settings.lacking("levels"))));
        return Criterion.of(
                attribute,
                settings.group("scale").map(Scale::from).map(levels::on).orElse(levels));
    }

    private static Levels yesNo(Settings settings) {
        return settings.checked("levels", () -> {
            String name = settings.text("levels").orElse("");
            if (!name.equals("yes_no")) {
                throw new IllegalArgumentException("it must be yes_no or a group of grades, but was '" + name + "'");
            }
            return Levels.yesNo();
        });
    }

    private static Grading grading(Settings settings) {
        if (!settings.isText("grading")) {
            Settings group = settings.group("grading").orElseThrow(settings.lacking("grading"));
            return settings.checked("grading", () -> withNumbers(group));
        }
        String name = settings.text("grading").orElse("");
        return settings.checked("grading", () -> switch (BY_NAME.indexOf(name)) {
            case 0 -> Grading.terciles();
            case 1 -> Grading.minMax();
            case 2 -> Grading.percentRank();
            case 3 -> Grading.yesNo();
            default ->
                throw new IllegalArgumentException("it must be one of " + String.join(", ", BY_NAME)
                        + ", or a group of one of " + String.join(", ", WITH_NUMBERS) + ", but was '" + name + "'");
        });
    }

    private static Grading withNumbers(Settings group) {
        group.allow(WITH_NUMBERS);
        if (group.keys().size() != 1) {
            throw new IllegalArgumentException(
                    "there must be one of " + String.join(", ", WITH_NUMBERS) + ", but there are " + group.keys());
        }
        String key = group.keys().iterator().next();
        return group.checked(key, () -> switch (key) {
            case "given" -> given(group.reals(key).orElse(new double[0]));
            case "equal_counts" -> Grading.equalCounts(group.whole(key).orElse(0));
            case "thresholds" -> Grading.thresholds(group.reals(key).orElse(new double[0]));
            case "shares_of_total" -> Grading.sharesOfTotal(group.reals(key).orElse(new double[0]));
            case "around_mean" -> Grading.aroundMean(group.real(key).orElse(0.0));
            default -> bands(group.group(key).orElseThrow(group.lacking(key)));
        });
    }

    private static Grading given(double[] ends) {
        if (ends.length != 2 || ends[0] != (int) ends[0] || ends[1] != (int) ends[1]) {
            throw new InvalidSettingsException("given", "must be two whole numbers, the worst grade and the best");
        }
        return Grading.given((int) ends[0], (int) ends[1]);
    }

    private static Grading bands(Settings bands) {
        bands.allow("edges", "grades");
        double[] edges = bands.reals("edges").orElseThrow(bands.lacking("edges"));
        double[] grades = bands.reals("grades").orElseThrow(bands.lacking("grades"));
        return bands.checked("grades", () -> Grading.bands(edges, grades));
    }
}
