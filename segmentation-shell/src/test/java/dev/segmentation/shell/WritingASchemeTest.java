package dev.segmentation.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.segmentation.api.SegmentationScheme;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what docs/writing-a-scheme.md says, with the very code of that page, which is that of examples/custom-scheme. The build
 * of the examples runs that project with its tests.
 */
class WritingASchemeTest {

    private static final String SEPARATOR = System.getProperty("path.separator");

    @TempDir
    private Path folder = Path.of("");

    private Path classes = Path.of("");
    private Path clients = Path.of("");

    private static List<String> blocks(String language) throws IOException {
        String page = Files.readString(Path.of("..", "docs", "writing-a-scheme.md"));
        return Pattern.compile("^```(.*?)\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(page)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    private static List<String> classPath() {
        return Arrays.asList(System.getProperty("java.class.path").split(Pattern.quote(SEPARATOR)));
    }

    @BeforeEach
    void writeWhatThePageShows() throws IOException {
        classes = Files.createDirectories(folder.resolve("classes"));
        clients = Files.writeString(folder.resolve("tenure.csv"), blocks("csv").get(0));
        Path source = folder.resolve("TenureScheme.java");
        Files.writeString(source, blocks("java").get(0));
        compile("--class-path", System.getProperty("java.class.path"), source.toString());
        Path services = Files.createDirectories(classes.resolve("META-INF").resolve("services"));
        Files.writeString(
                services.resolve(SegmentationScheme.class.getName()),
                blocks("services").get(0));
    }

    private void compile(String... arguments) {
        List<String> all = new ArrayList<>(List.of("-d", classes.toString(), "-proc:none"));
        all.addAll(List.of(arguments));
        int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, all.toArray(new String[0]));
        assertEquals(0, exit, "the compiler's messages are above");
    }

    @Test
    void thePageShowsTheProject() throws IOException {
        Path project = Path.of("..", "examples", "custom-scheme");
        String page = Files.readString(Path.of("..", "docs", "writing-a-scheme.md"));
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = project.relativize(file).toString().replace('\\', '/');
                if (name.startsWith("target/")) {
                    continue;
                }
                assertTrue(page.contains("\n" + name + "\n"), "the page must list " + name);
                String text = Files.readString(file);
                if (name.equals("pom.xml")) {
                    assertShowsDependenciesOf(text);
                } else {
                    String language = name.endsWith(".java") ? "java" : "services";
                    assertTrue(blocks(language).contains(text), "the page must show " + name + " as it is");
                }
            }
        }
    }

    private static void assertShowsDependenciesOf(String pom) throws IOException {
        String flat = pom.replace("${segmentation.version}", "0.1.0-SNAPSHOT").replaceAll("\\s+", "");
        for (String block : blocks("xml")) {
            Pattern.compile("<dependency>.*?</dependency>")
                    .matcher(block.replaceAll("\\s+", ""))
                    .results()
                    .forEach(shown -> assertTrue(flat.contains(shown.group()), "pom.xml must have " + shown.group()));
        }
    }

    @Test
    void theModuleProvidesTheScheme() throws IOException {
        Path module = folder.resolve("module-info.java");
        Files.writeString(module, blocks("java").get(1));
        String api = classPath().stream()
                .filter(entry -> entry.contains("segmentation-api") || entry.contains("jspecify"))
                .collect(Collectors.joining(SEPARATOR));
        String source = folder.resolve("TenureScheme.java").toString();
        compile("--module-path", api, module.toString(), source);
        assertEquals(
                Set.of("acme.tenure.TenureScheme"),
                ModuleFinder.of(classes).find("acme.tenure").orElseThrow().descriptor().provides().stream()
                        .flatMap(provides -> provides.providers().stream())
                        .collect(Collectors.toSet()));
    }

    @Test
    void theCommandLineFindsIt() throws IOException, InterruptedException {
        assertTrue(run("schemes").contains("acme.tenure"));
        Path output = folder.resolve("tiers.csv");
        run(
                "run",
                "--scheme",
                "acme.tenure",
                "--input",
                clients.toString(),
                "--id",
                "id",
                "--output",
                output.toString());
        assertEquals(
                List.of("Loyal", "Settled", "Unscored", "Settled", "New"),
                Files.readAllLines(output).stream()
                        .skip(1)
                        .map(line -> line.split(",", -1)[2])
                        .toList());
    }

    @Test
    void theCommandLineSaysWhatCannotBeLoaded() throws IOException, InterruptedException {
        Files.delete(classes.resolve("acme").resolve("tenure").resolve("TenureScheme.class"));
        String said = run(2, "run", "--scheme", "acme.tenure", "--input", clients.toString(), "--id", "id");
        assertTrue(said.contains("but was 'acme.tenure'"), said);
        assertTrue(
                said.contains("acme.tenure.TenureScheme of " + classes.toUri().toURL()), said);
    }

    private String run(String... words) throws IOException, InterruptedException {
        return run(0, words);
    }

    /** Starts the command as {@code bin/segment} does, with the scheme behind it on the class path. */
    private String run(int exit, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--class-path",
                System.getProperty("java.class.path") + SEPARATOR + classes,
                "dev.segmentation.shell.command.Main"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(exit, process.waitFor(), printed);
        return printed;
    }

    @Test
    void jshellFindsIt() throws IOException, InterruptedException {
        String typed = blocks("jshell").get(0).replace("tenure.csv", clients.toString());
        Path script = Files.writeString(folder.resolve("typed"), typed + "System.out.println(now)\n");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jshell")
                                .toString(),
                        "--class-path",
                        classes + SEPARATOR + System.getProperty("java.class.path"),
                        "-")
                .redirectInput(script.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        assertTrue(printed.contains("tenure is unknown"), printed);
        assertTrue(printed.endsWith("Segmentation[acme.tenure, 5 clients, 3 segments]\n"), printed);
    }
}
