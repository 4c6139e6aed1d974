/**
 * Tests that hold a scheme to what every user of the library relies on.
 *
 * <p>Start at {@link dev.segmentation.testkit.SegmentationSchemeContract}: a test class that implements it, and says which
 * scheme it is about, inherits all of them. The scheme is tried on some hundred small books, made of what it says it needs,
 * the same ones in every run. Where one of them breaks the contract, the test says how, and shows the smallest book found
 * that still does.
 *
 * <p>Behind that interface, each group of laws is a class of its own: {@code FitLaws} for what the scheme makes of a whole
 * book, {@code PlaceLaws} for what becomes of one client, {@code StoreLaws} for what is written down and read back,
 * {@code ThreadLaws} and {@code DeclarationLaws}. {@code Trial} tries a law on the books and looks for the smallest one.
 */
@NullMarked
package dev.segmentation.testkit;

import org.jspecify.annotations.NullMarked;
