package dev.segmentation.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests and {@code bin/segment} run on the class path; this one starts the command as named modules. */
class ModulePathTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theCommandRunsAsNamedModules() throws IOException, InterruptedException {
        assertTrue(run("schemes").startsWith("abc"));
    }

    /** Of the charts' libraries only some jars are there, none of which is a named module. */
    @Test
    void theReportIsWrittenByNamedModules() throws IOException, InterruptedException {
        Path page = folder.resolve("page.html");
        run(
                "report",
                "--scheme",
                "pareto",
                "--input",
                "../examples/clients.csv",
                "--id",
                "client_id",
                "--output",
                page.toString());
        assertTrue(Files.readString(page).contains("</svg>"));
    }

    private static String run(String... words) throws IOException, InterruptedException {
        String modulePath = Arrays.stream(System.getProperty("java.class.path")
                        .split(Pattern.quote(System.getProperty("path.separator"))))
                .filter(entry -> Pattern.compile(
                                "segmentation-|guava|failureaccess|slf4j|fastcsv|picocli|jackson|xchart|batik|ical4j|commons-|threeten")
                        .matcher(entry)
                        .find())
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(System.getProperty("path.separator")));
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                modulePath,
                "--module",
                "dev.segmentation.shell/" + Main.class.getName()));
        line.addAll(List.of(words));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        return output;
    }
}
