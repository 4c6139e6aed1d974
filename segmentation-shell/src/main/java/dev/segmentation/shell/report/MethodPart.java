package dev.segmentation.shell.report;

import dev.segmentation.api.Schemes;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.api.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How it was done: the scheme, its criteria and settings, and what the reasons mean. */
final class MethodPart {

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("cut.within", "among the top share by what clients are ranked by"),
            Map.entry("cut.below", "behind the last cut"),
            Map.entry("total.within", "among those who together bring the share that was asked for"),
            Map.entry("total.beyond", "not among those who together bring that share"),
            Map.entry("criterion.helped", "a grade above the middle, which moved the score up"),
            Map.entry("criterion.hurt", "a grade below the middle, which moved the score down"),
            Map.entry("criterion.neutral", "a grade in the middle"),
            Map.entry("criterion.constant", "a criterion that is the same for all and tells nobody apart"),
            Map.entry("value.unknown", "a number that is needed is not known"),
            Map.entry("value.incomparable", "a number that nobody else of the book has"),
            Map.entry("decided.override", "a person decided"),
            Map.entry("decided.hold", "a control of the review held the client"),
            Map.entry("profit.above", "profitable after the cost of serving"),
            Map.entry("profit.below", "not profitable after the cost of serving"),
            Map.entry("engaged.yes", "gets what the practice does"),
            Map.entry("engaged.no", "does not get it yet"),
            Map.entry("requirement.met", "meets a line that is required"),
            Map.entry("requirement.missed", "does not meet a line that is required"),
            Map.entry("wanted.met", "needs, wants or values what the practice does"),
            Map.entry("wanted.missed", "does not need, want or value it"),
            Map.entry("expected.yes", "is expected to meet the requirement in time"),
            Map.entry("expected.no", "is not expected to meet it"),
            Map.entry("exception.reason", "kept for a reason that is on record"),
            Map.entry("attention.no_reason", "kept without a reason on record: a person must decide"),
            Map.entry("attention.no_group", "fits no group: a person must decide"),
            Map.entry("quality.up", "one segment up for a quality"),
            Map.entry("quality.top", "has a quality, and is in the best segment already"));

    private MethodPart() {}

    static void write(Html html, Facts facts) {
        html.open("section", "id", "method").element("h2", "How it was done");
        Optional<SegmentationScheme> scheme = scheme(facts);
        String id = facts.segmenter().schemeId();
        html.element(
                "p",
                "The scheme " + id
                        + scheme.map(SegmentationScheme::description)
                                .filter(words -> !words.isBlank())
                                .map(words -> ": " + words)
                                .orElse("."),
                "class",
                "say");
        settings(facts).ifPresent(settings -> {
            criteria(html, settings);
            plain(html, settings);
        });
        reasons(html, facts);
        html.close();
    }

    private static Optional<SegmentationScheme> scheme(Facts facts) {
        Optional<SegmentationScheme> given = facts.report().scheme();
        String id = facts.segmenter().schemeId();
        Schemes schemes = Schemes.load();
        return given.isPresent() || !schemes.ids().contains(id) ? given : Optional.of(schemes.get(id));
    }

    /** Gives the settings of the scheme as it was set; of a scheme that is not given, nothing is known of them. */
    private static Optional<Settings> settings(Facts facts) {
        return facts.report()
                .scheme()
                .map(SegmentationScheme::settings)
                .filter(own -> !own.keys().isEmpty());
    }

    private static void criteria(Html html, Settings settings) {
        List<Map<?, ?>> criteria = new ArrayList<>();
        settings.toMap().values().forEach(value -> {
            if (value instanceof Map<?, ?> group) {
                collect(group.get("criteria"), criteria);
            }
        });
        collect(settings.toMap().get("criteria"), criteria);
        if (criteria.isEmpty()) {
            return;
        }
        List<List<Html.Cell>> rows = new ArrayList<>();
        for (Map<?, ?> criterion : criteria) {
            Object name = criterion.get("measure") == null ? criterion.get("attribute") : criterion.get("measure");
            List<String> how = new ArrayList<>();
            criterion.forEach((key, value) -> {
                if (!List.of("measure", "attribute", "weight", "missing").contains(String.valueOf(key))) {
                    how.add(key.equals("grading") ? words(value) : Words.of(String.valueOf(key)) + " " + words(value));
                }
            });
            rows.add(Html.Cell.row(
                    Words.sentence(words(name)),
                    String.join("; ", how),
                    words(criterion.get("missing")),
                    words(criterion.get("weight"))));
        }
        html.table("What is judged", List.of("Criterion", "Graded by", "Where unknown", "Weight"), 3, rows);
    }

    private static void collect(@org.jspecify.annotations.Nullable Object list, List<Map<?, ?>> criteria) {
        if (list instanceof List<?> items) {
            items.forEach(item -> {
                if (item instanceof Map<?, ?> criterion) {
                    criteria.add(criterion);
                }
            });
        }
    }

    private static void plain(Html html, Settings settings) {
        List<List<Html.Cell>> rows = new ArrayList<>();
        settings.toMap().forEach((key, value) -> add(rows, Words.of(key), value));
        if (!rows.isEmpty()) {
            html.table("How the scheme was set", List.of("Setting", "Is"), 2, rows);
        }
    }

    private static void add(List<List<Html.Cell>> rows, String name, Object value) {
        if (name.equals("segments") || name.endsWith("criteria")) {
            return; // told elsewhere
        }
        if (value instanceof Map<?, ?> group) {
            group.forEach((key, inner) -> add(rows, name + ", " + Words.of(String.valueOf(key)), inner));
        } else {
            rows.add(Html.Cell.row(Words.sentence(name), words(value)));
        }
    }

    /** Says a setting in words: {@code equal counts 3}, {@code given 1, 3}. */
    private static String words(@org.jspecify.annotations.Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Map<?, ?> group) {
            return group.entrySet().stream()
                    .map(entry -> Words.of(String.valueOf(entry.getKey())) + " " + words(entry.getValue()))
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof List<?> items) {
            return items.isEmpty()
                    ? "none"
                    : items.stream().map(MethodPart::words).collect(Collectors.joining(", "));
        }
        return value instanceof BigDecimal number ? number.toPlainString() : Words.of(value.toString());
    }

    private static void reasons(Html html, Facts facts) {
        List<List<Html.Cell>> rows = new ArrayList<>();
        facts.reasons()
                .forEach((code, told) -> rows.add(Html.Cell.row(
                        code,
                        MEANINGS.getOrDefault(code, "for example: " + told.example()),
                        Figures.count(told.clients()))));
        if (!rows.isEmpty()) {
            html.table("The words of the reasons", List.of("Reason", "Means", "Given"), 2, rows);
        }
    }
}
