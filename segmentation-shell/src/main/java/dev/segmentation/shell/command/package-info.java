/**
 * The command line.
 *
 * <p>Start at {@code Main}. Exit codes: 0 done, 1 something is wrong in the data, 2
 * something is wrong in the command itself.
 */
@NullMarked
package dev.segmentation.shell.command;

import org.jspecify.annotations.NullMarked;
