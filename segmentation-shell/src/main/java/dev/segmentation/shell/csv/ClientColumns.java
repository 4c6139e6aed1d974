package dev.segmentation.shell.csv;

import dev.segmentation.api.Requirement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which columns of a file are read, and as what.
 *
 * @param id the column of the ids
 * @param measures the column of each measure, in the order of the book's measures
 * @param attributes the column of each text attribute, by the attribute's name, in the order of the book's
 */
public record ClientColumns(String id, Map<Requirement, String> measures, Map<String, String> attributes) {

    /**
     * Copies the maps.
     *
     * @param id see {@link #id()}
     * @param measures see {@link #measures()}
     * @param attributes see {@link #attributes()}
     */
    public ClientColumns {
        measures = new LinkedHashMap<>(measures);
        attributes = new LinkedHashMap<>(attributes);
    }
}
