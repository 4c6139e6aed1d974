/**
 * Answers as aligned tables of text.
 *
 * <p>Start at {@link dev.segmentation.shell.table.SegmentsTable}; its {@code toString} is the table.
 */
@NullMarked
package dev.segmentation.shell.table;

import org.jspecify.annotations.NullMarked;
