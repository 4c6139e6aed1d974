package dev.segmentation.core.analysis;

import dev.segmentation.api.ClientBook;
import java.util.List;

/**
 * What a book holds: of each measure how many values there are and how they lie, of each attribute which texts there are.
 *
 * <p>Of an empty book every count is 0 and every number {@code NaN}. The order of the clients does not matter.
 *
 * @param clients how many clients there are
 * @param measures one a measure, in the order of the book
 * @param attributes one a text attribute, in the order of the book
 */
public record BookDescription(long clients, List<MeasureDescription> measures, List<AttributeDescription> attributes) {

    /**
     * Copies the lists.
     *
     * @param clients see {@link #clients()}
     * @param measures see {@link #measures()}
     * @param attributes see {@link #attributes()}
     */
    public BookDescription {
        measures = List.copyOf(measures);
        attributes = List.copyOf(attributes);
    }

    /**
     * Describes a book. Costs a sort a measure.
     *
     * @param book the book
     * @return what it holds
     */
    public static BookDescription of(ClientBook book) {
        return new BookDescription(
                book.size(),
                book.measures().stream()
                        .map(measure -> MeasureDescription.of(measure, BookColumn.of(book, measure)))
                        .toList(),
                book.attributes().stream()
                        .map(attribute -> AttributeDescription.of(book, attribute))
                        .toList());
    }

    /** Gives one line: {@code BookDescription[250 clients, 5 measures, 2 attributes]}. */
    @Override
    public String toString() {
        return "BookDescription[" + clients + " clients, " + measures.size() + " measures, " + attributes.size()
                + " attributes]";
    }
}
