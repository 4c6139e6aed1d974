/**
 * CSV files, tables in the terminal and the command line.
 *
 * <p>Start at {@link dev.segmentation.shell.analyst.Analyst}, or at the class {@code Main} of package {@code command}.
 */
module dev.segmentation.shell {
    requires transitive dev.segmentation.api;
    requires transitive dev.segmentation.core;
    requires transitive dev.segmentation.schemes;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires de.siegmar.fastcsv;
    requires ical4j.core;
    requires info.picocli;
    requires java.desktop;
    requires org.apache.commons.statistics.inference;
    requires org.apache.xmlgraphics.batik.svggen;
    requires xchart;
    requires static transitive org.jspecify;

    exports dev.segmentation.shell.analyst;
    exports dev.segmentation.shell.comparison;
    exports dev.segmentation.shell.csv;
    exports dev.segmentation.shell.ical;
    exports dev.segmentation.shell.json;
    exports dev.segmentation.shell.niche;
    exports dev.segmentation.shell.report;
    exports dev.segmentation.shell.table;

    opens dev.segmentation.shell.command to
            info.picocli;
}
