package dev.segmentation.shell.table;

import dev.segmentation.core.analysis.MeasureRanking;
import dev.segmentation.core.analysis.MeasureRanking.RankedClient;
import java.util.List;

/** The best clients by one measure as a table. */
public final class RankingTable {

    private final MeasureRanking ranking;
    private final int most;

    /**
     * Takes what is to be shown.
     *
     * @param ranking the clients ranked
     * @param most how many are shown at most; 0 or more
     */
    public RankingTable(MeasureRanking ranking, int most) {
        this.ranking = ranking;
        this.most = most;
    }

    /** Gives the lines. */
    @Override
    public String toString() {
        TextTable table = new TextTable(
                List.of("client", "rank", ranking.measure().name(), "percent rank"),
                List.of(true, false, false, false));
        List<RankedClient> clients = ranking.clients();
        clients.stream()
                .limit(most)
                .forEach(client -> table.add(List.of(
                        client.clientId(),
                        ShownNumber.of(client.rank()),
                        ShownNumber.of(client.value()),
                        ShownNumber.percent(client.percentRank()))));
        int more = clients.size() - Math.min(most, clients.size());
        return more == 0 ? table.toString() : table + "and " + ShownNumber.of(more) + " more" + System.lineSeparator();
    }
}
