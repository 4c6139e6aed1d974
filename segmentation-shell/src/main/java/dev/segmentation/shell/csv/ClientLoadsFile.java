package dev.segmentation.shell.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.segmentation.api.Segmentation;
import dev.segmentation.schemes.plan.CapacityReport;
import dev.segmentation.schemes.plan.ClientLoad;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes what serving each client takes, costs and brings as a CSV file, one client a row, in the order of the book;
 * texts that a spreadsheet would run are guarded.
 */
public final class ClientLoadsFile {

    private ClientLoadsFile() {}

    /**
     * Writes the file. Hours and amounts have two decimals; those that are not known are empty.
     *
     * @param report the report
     * @param segmentation what it is a report of
     * @param file the file; replaced if it is there
     * @throws IOException if it cannot be written
     */
    public static void write(CapacityReport report, Segmentation segmentation, Path file) throws IOException {
        try (CsvWriter out = CsvWriter.builder().build(file)) {
            out.writeRecord(
                    List.of("client", "segment", "hours", "cost", "revenue", "margin", "revenue_per_hour", "at_loss"));
            for (int index = 0; index < segmentation.size(); index++) {
                ClientLoad load = report.client(index);
                out.writeRecord(List.of(
                        Formulas.guarded(load.clientId()),
                        Formulas.guarded(segmentation.segment(index).name()),
                        shown(load.hours()),
                        shown(load.cost()),
                        shown(load.revenue()),
                        shown(load.margin()),
                        shown(load.effectiveRate()),
                        Double.isNaN(load.revenue()) ? "" : load.isAtLoss() ? "yes" : "no"));
            }
        }
    }

    private static String shown(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).setScale(2, RoundingMode.HALF_UP).toPlainString()
                : "";
    }
}
