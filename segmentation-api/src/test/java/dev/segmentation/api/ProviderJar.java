package dev.segmentation.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** A builder of real jars with schemes: compiled here, and then broken in one way. */
final class ProviderJar {

    private final Path folder;
    private final Path classes;
    private final Path jar;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<String> services = new ArrayList<>();
    private final List<String> moduleNames = new ArrayList<>();
    private String classPath = System.getProperty("java.class.path");

    ProviderJar(Path parent, String name) throws IOException {
        folder = Files.createDirectories(parent.resolve(name + "-build"));
        classes = Files.createDirectories(folder.resolve("classes"));
        jar = parent.resolve(name + ".jar");
    }

    /** Gives the source of a scheme that answers all that is asked, but is never fitted. */
    static String scheme(String type, String id, String more) {
        return """
                package %s;
                import dev.segmentation.api.*;
                import java.util.List;
                public final class %s implements SegmentationScheme {
                    public String id() { return "%s"; }
                    public List<Segment> segments() { return List.of(Segment.of("All", 1)); }
                    public List<Requirement> requirements() { return List.of(); }
                    public Segmenter fit(Book book) { throw new IllegalStateException("is not fitted here"); }
                    %s
                }
                """.formatted(packageOf(type), type.substring(type.lastIndexOf('.') + 1), id, more);
    }

    private static String packageOf(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }

    ProviderJar source(String type, String source) {
        sources.put(type, source);
        return this;
    }

    /** Adds a good scheme, named in the services file. */
    ProviderJar scheme(String type, String id) {
        return source(type, scheme(type, id, "")).names(type);
    }

    ProviderJar names(String provider) {
        services.add(provider);
        return this;
    }

    ProviderJar module(String name) {
        moduleNames.add(name);
        return this;
    }

    ProviderJar against(Path otherClasses) {
        classPath = otherClasses.toString();
        return this;
    }

    ProviderJar compile() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-nowarn", "-d", classes.toString()));
        if (moduleNames.isEmpty()) {
            arguments.addAll(List.of("--class-path", classPath));
        } else {
            String api = Stream.of(classPath.split(File.pathSeparator))
                    .filter(entry -> !entry.endsWith("test-classes"))
                    .reduce((one, other) -> one + File.pathSeparator + other)
                    .orElse("");
            arguments.addAll(List.of("--module-path", api));
            String provides = "provides dev.segmentation.api.SegmentationScheme with " + String.join(", ", services);
            sources.put(
                    "module-info",
                    "module " + moduleNames.get(0) + " { requires dev.segmentation.api; " + provides + "; }");
        }
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = folder.resolve(source.getKey().replace('.', '/') + ".java");
            Files.createDirectories(file.getParent());
            arguments.add(Files.writeString(file, source.getValue()).toString());
        }
        ToolProvider compiler = ToolProvider.findFirst("javac").orElseThrow();
        int exit = compiler.run(System.out, System.err, arguments.toArray(new String[0]));
        assertEquals(0, exit, "the compiler's messages are above");
        return this;
    }

    ProviderJar without(String type) throws IOException {
        Files.delete(file(type));
        return this;
    }

    /** Says that a class was compiled for a Java that does not exist yet. */
    ProviderJar tooNew(String type) throws IOException {
        byte[] bytes = Files.readAllBytes(file(type));
        ByteBuffer.wrap(bytes).putShort(6, (short) 999);
        Files.write(file(type), bytes);
        return this;
    }

    private Path file(String type) {
        return classes.resolve(type.replace('.', '/') + ".class");
    }

    Path classes() {
        return classes;
    }

    Path write() throws IOException {
        if (!services.isEmpty()) {
            Path file = Files.createDirectories(classes.resolve("META-INF").resolve("services"));
            Files.writeString(file.resolve(SegmentationScheme.class.getName()), String.join("\n", services));
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
                entries.closeEntry();
            }
        }
        return jar;
    }

    static URL url(Path jar) throws IOException {
        return jar.toUri().toURL();
    }
}
