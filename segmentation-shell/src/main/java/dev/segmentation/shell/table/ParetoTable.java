package dev.segmentation.shell.table;

import dev.segmentation.core.analysis.ParetoCurve;
import java.util.List;

/** How unevenly a measure is spread as a table: what the largest few bring, and how few bring 80 %. */
public final class ParetoTable {

    private final ParetoCurve curve;

    /**
     * Takes what is to be shown.
     *
     * @param curve how a measure is spread
     */
    public ParetoTable(ParetoCurve curve) {
        this.curve = curve;
    }

    /** Gives the lines. */
    @Override
    public String toString() {
        if (!(curve.total() > 0)) {
            return TextTable.sentence("there is no " + curve.measure() + " above 0 to be shared out; total "
                    + ShownNumber.of(curve.total()) + ", unknown of " + ShownNumber.of(curve.missing())
                    + (curve.missing() == 1 ? " client" : " clients"));
        }
        TextTable table = TextTable.withNames(List.of("largest", "clients", "of " + curve.measure()));
        curve.largest()
                .forEach(point -> table.add(List.of(
                        point.part().toString(), ShownNumber.of(point.clients()), ShownNumber.percent(point.share()))));
        StringBuilder text = new StringBuilder(table.toString()).append(System.lineSeparator());
        if (curve.bringing80Percent().isPresent()) {
            int few = curve.bringing80Percent().getAsInt();
            text.append(
                    TextTable.sentence("80% of " + curve.measure() + " is brought by " + ShownNumber.of(few) + " of "
                            + ShownNumber.of(curve.clients()) + " clients ("
                            + ShownNumber.percent((double) few / curve.clients()) + ")"));
        }
        text.append(TextTable.sentence("total " + ShownNumber.of(curve.total()) + ", Gini coefficient "
                + (Double.isNaN(curve.gini()) ? "unknown" : ShownNumber.of(curve.gini())) + ", unknown of "
                + ShownNumber.of(curve.missing()) + (curve.missing() == 1 ? " client" : " clients")));
        return text.toString();
    }
}
