package dev.segmentation.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;

/** Where figures were taken, and when: written when they are taken, as the table may be made elsewhere. */
record Machine(String processor, int cores, String system, String date) {

    static Machine here() throws IOException {
        String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        return new Machine(
                processorHere(),
                Runtime.getRuntime().availableProcessors(),
                system,
                LocalDate.now(ZoneOffset.UTC).toString());
    }

    private static String processorHere() throws IOException {
        Path information = Path.of("/proc/cpuinfo");
        List<String> lines = Files.isReadable(information) ? Files.readAllLines(information) : List.of();
        return lines.stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown processor");
    }

    /** Gives the file that belongs to some results. */
    static Path beside(Path results) {
        return Runs.beside(results, ".machine");
    }

    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("processor", processor);
        properties.setProperty("cores", Integer.toString(cores));
        properties.setProperty("system", system);
        properties.setProperty("date", date);
        try (var out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
    }

    static Machine read(Path file) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return new Machine(
                properties.getProperty("processor", "unknown processor"),
                Integer.parseInt(properties.getProperty("cores", "0")),
                properties.getProperty("system", "unknown system"),
                properties.getProperty("date", "unknown date"));
    }
}
