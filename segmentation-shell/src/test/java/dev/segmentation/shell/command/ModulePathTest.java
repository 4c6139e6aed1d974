package dev.segmentation.shell.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tests run on the class path; this one starts the command as named modules, as {@code bin/segment} does. */
class ModulePathTest {

    @Test
    void theCommandRunsAsNamedModules() throws IOException, InterruptedException {
        String modulePath = Arrays.stream(System.getProperty("java.class.path")
                        .split(Pattern.quote(System.getProperty("path.separator"))))
                .filter(entry -> Pattern.compile(
                                "segmentation-|guava|failureaccess|slf4j|fastcsv|picocli|jackson|ical4j|commons-|threeten")
                        .matcher(entry)
                        .find())
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(System.getProperty("path.separator")));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        modulePath,
                        "--module",
                        "dev.segmentation.shell/" + Main.class.getName(),
                        "schemes")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertTrue(output.startsWith("abc"), output);
    }
}
