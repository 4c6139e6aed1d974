/**
 * Settings as JSON.
 *
 * <p>Start at {@link dev.segmentation.shell.json.SettingsFile}.
 */
@NullMarked
package dev.segmentation.shell.json;

import org.jspecify.annotations.NullMarked;
