/**
 * The four S's of a book of clients: segment, streamline, stratify, systematize.
 *
 * <p>Start at {@link dev.segmentation.schemes.fours.FourS}, which does the first two.
 */
@NullMarked
package dev.segmentation.schemes.fours;

import org.jspecify.annotations.NullMarked;
