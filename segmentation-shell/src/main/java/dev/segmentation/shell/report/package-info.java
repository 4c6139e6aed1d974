/**
 * The report: one HTML page about a segmentation, and its charts as images.
 *
 * <p>Start at {@link dev.segmentation.shell.report.Report}; {@link dev.segmentation.shell.report.Charts} gives the charts alone.
 */
@NullMarked
package dev.segmentation.shell.report;

import org.jspecify.annotations.NullMarked;
