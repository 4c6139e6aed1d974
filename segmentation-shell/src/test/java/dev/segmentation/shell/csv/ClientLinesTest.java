package dev.segmentation.shell.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ClientLinesTest {

    @Property
    void givesWhatWasAdded(@ForAll @Size(max = 100) List<@IntRange(min = 1, max = 3) Integer> steps) {
        ClientLines lines = new ClientLines();
        long line = 1;
        for (int step : steps) {
            line += step;
            lines.add(line);
        }
        line = 1;
        for (int place = 0; place < steps.size(); place++) {
            line += steps.get(place);
            assertEquals(line, lines.of(place));
        }
    }
}
