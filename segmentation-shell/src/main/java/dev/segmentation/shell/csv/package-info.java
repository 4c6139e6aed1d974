/**
 * Client files: CSV in, the same columns and the segments out.
 *
 * <p>Start at {@link dev.segmentation.shell.csv.ClientFile}. A file must be UTF-8; whatever is wrong in it is said with
 * its line and column in a {@link dev.segmentation.shell.csv.ClientFileException}.
 */
@NullMarked
package dev.segmentation.shell.csv;

import org.jspecify.annotations.NullMarked;
