package acme.tenure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.Schemes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds docs/writing-a-scheme.md to the classes here, which the contract tests; what else it says is tested in the shell. */
class WritingASchemeTest {

    @Test
    void thePageShowsTheseClasses() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "writing-a-scheme.md"));
        for (String name : new String[] {"TenureScheme", "TenureSchemeTest"}) {
            String source = Files.readString(Path.of("src", "test", "java", "acme", "tenure", name + ".java"));
            assertTrue(page.contains("```java\n" + source + "```"), "the page must show " + name + " as it is here");
        }
    }

    @Test
    void theSchemeIsFoundByItsId() {
        Schemes schemes = Schemes.load();
        assertInstanceOf(TenureScheme.class, schemes.get("acme.tenure"));
        assertEquals(0, schemes.problems().size(), schemes.problems()::toString);
    }
}
