package dev.segmentation.schemes.abc;

import dev.segmentation.api.Measure;
import dev.segmentation.api.Settings;
import dev.segmentation.core.scoring.FittedLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines of several measures as plain data. */
final class Lines {

    private Lines() {}

    static List<Settings> settings(Measure[] measures, FittedLine[] lines) {
        List<Settings> settings = new ArrayList<>();
        for (int m = 0; m < measures.length; m++) {
            settings.add(Settings.empty().with("measure", measures[m]).with("line", lines[m].settings()));
        }
        return settings;
    }

    static Map<Measure, FittedLine> from(Settings settings, String key) {
        Map<Measure, FittedLine> lines = new LinkedHashMap<>();
        for (Settings item : settings.groups(key).orElseThrow(settings.lacking(key))) {
            item.allow("measure", "line");
            lines.put(
                    item.measure("measure").orElseThrow(item.lacking("measure")),
                    FittedLine.from(item.group("line").orElseThrow(item.lacking("line"))));
        }
        return lines;
    }
}
