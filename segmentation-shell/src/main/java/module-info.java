/**
 * CSV files, tables in the terminal and the command line.
 *
 * <p>Start at {@link dev.segmentation.shell.analyst.Analyst}, or at the class {@code Main} of package {@code command}.
 */
module dev.segmentation.shell {
    requires transitive dev.segmentation.api;
    requires dev.segmentation.core;
    requires dev.segmentation.schemes;
    requires de.siegmar.fastcsv;
    requires info.picocli;
    requires static transitive org.jspecify;

    exports dev.segmentation.shell.analyst;
    exports dev.segmentation.shell.csv;
    exports dev.segmentation.shell.table;

    opens dev.segmentation.shell.command to
            info.picocli;
}
