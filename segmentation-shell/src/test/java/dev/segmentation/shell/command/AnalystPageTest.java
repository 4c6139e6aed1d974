package dev.segmentation.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs what the page for analysts says. */
class AnalystPageTest {

    private static final Path PAGE = Path.of("..", "docs", "analyst.md");

    @Test
    void itsCommandsRun() throws IOException {
        List<String> commands = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("bin/segment ") && line.contains("--input"))
                .toList();
        assertEquals(3, commands.size());
        for (String command : commands) {
            String[] words = Arrays.stream(command.split(" +"))
                    .skip(1)
                    .map(word -> word.startsWith("examples/") ? "../" + word : word)
                    .toArray(String[]::new);
            StringWriter err = new StringWriter();
            assertEquals(0, Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err), words), err::toString);
        }
    }

    @Test
    void itListsCommandsThatThereAre() throws IOException {
        List<String> listed = Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.startsWith("| command |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> line.replaceAll("^\\| `(\\w+).*", "$1"))
                .toList();
        assertEquals(
                List.of(
                        "schemes",
                        "describe",
                        "run",
                        "explain",
                        "compare",
                        "niches",
                        "rank",
                        "plans",
                        "plan",
                        "report"),
                listed);
        for (String command : listed) {
            StringWriter out = new StringWriter();
            assertEquals(0, Main.run(new PrintWriter(out), new PrintWriter(new StringWriter()), command, "--help"));
            assertTrue(out.toString().contains("--json"), command);
        }
    }
}
