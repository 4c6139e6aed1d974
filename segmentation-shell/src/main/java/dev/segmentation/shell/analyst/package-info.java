/**
 * The words an analyst types into JShell.
 *
 * <p>Start at {@link dev.segmentation.shell.analyst.Analyst}.
 */
@NullMarked
package dev.segmentation.shell.analyst;

import org.jspecify.annotations.NullMarked;
