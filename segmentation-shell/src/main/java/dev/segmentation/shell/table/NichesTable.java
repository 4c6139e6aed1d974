package dev.segmentation.shell.table;

import dev.segmentation.api.Segment;
import dev.segmentation.shell.niche.Niche;
import dev.segmentation.shell.niche.Niches;
import java.util.List;
import java.util.stream.Collectors;

/** Which texts are over-represented among the best clients as a table: those that are found, and the next ones that are not. */
public final class NichesTable {

    private static final int FEWEST_SHOWN = 10;

    private final Niches niches;

    /**
     * Takes what is to be shown.
     *
     * @param niches what was tried
     */
    public NichesTable(Niches niches) {
        this.niches = niches;
    }

    /** Gives the lines. */
    @Override
    public String toString() {
        String best = niches.best().stream().map(Segment::name).collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder(TextTable.sentence("best: " + best + ", "
                + ShownNumber.of(niches.bestClients()) + " of " + ShownNumber.of(niches.clients()) + " clients"));
        int found = niches.found().size();
        if (!niches.tried().isEmpty()) {
            TextTable table = new TextTable(
                    List.of("attribute", "text", "clients", "best", "lift", "support", "p", "adjusted"),
                    List.of(true, true, false, false, false, false, false, false));
            niches.tried().stream().limit(Math.max(found, FEWEST_SHOWN)).forEach(niche -> table.add(row(niche)));
            text.append(System.lineSeparator()).append(table).append(System.lineSeparator());
        }
        return text + TextTable.sentence(verdict(found));
    }

    private List<String> row(Niche niche) {
        return List.of(
                niche.attribute(),
                niche.text(),
                ShownNumber.of(niche.clients()),
                ShownNumber.of(niche.amongBest()),
                Double.isNaN(niche.lift()) ? "" : ShownNumber.of(Math.round(100 * niche.lift()) / 100.0),
                ShownNumber.percent(niche.support()),
                ShownNumber.probability(niche.p()),
                ShownNumber.probability(niche.adjustedP()));
    }

    private String verdict(int found) {
        int tried = niches.tried().size();
        return ShownNumber.of(tried) + (tried == 1 ? " text was tried" : " texts were tried") + "; "
                + ShownNumber.of(niches.notTried()) + " that fewer than " + niches.fewestClients()
                + " clients have were not; "
                + (found == 0 ? "none is" : found == 1 ? "the first one is" : "the first " + found + " are")
                + " over-represented at a false discovery rate of "
                + ShownNumber.of(100 * niches.falseDiscoveryRate()) + "%"
                + (found < tried ? "; what is not found may be chance" : "");
    }
}
