package dev.segmentation.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.core.book.Books;
import dev.segmentation.schemes.fours.FourS;
import dev.segmentation.shell.analyst.Analyst;
import dev.segmentation.testkit.SegmentationSchemeContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds what is published to what an application may rely on: modules, packages, signatures and OSGi headers. */
class PublishedModulesTest {

    /** A class of each published module, and the modules that it may use. */
    private static final Map<Class<?>, Set<String>> PUBLISHED = Map.of(
            SegmentationScheme.class, Set.of("java.base"),
            Books.class, Set.of("java.base", "dev.segmentation.api", "com.google.common", "org.slf4j"),
            FourS.class, Set.of("java.base", "dev.segmentation.api", "dev.segmentation.core"),
            SegmentationSchemeContract.class, Set.of("java.base", "dev.segmentation.api", "org.junit.jupiter.api"));

    private static final String PATH = System.getProperty("java.class.path");

    private static Path place(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ModuleDescriptor module(Class<?> type) {
        return ModuleFinder.of(place(type)).findAll().iterator().next().descriptor();
    }

    private static Set<String> exports(Class<?> type) {
        return module(type).exports().stream()
                .map(ModuleDescriptor.Exports::source)
                .collect(Collectors.toSet());
    }

    /** What the classes use, as the JDK's own tool sees it, is what the module says; no more and no less. */
    @Test
    void eachModuleUsesTheModulesThatItMay() {
        String modules = Stream.of(PATH.split(Pattern.quote(System.getProperty("path.separator"))))
                .filter(entry -> !entry.endsWith("test-classes"))
                .filter(entry -> Pattern.compile(
                                "segmentation|guava|failureaccess|slf4j-api|jspecify|junit|opentest4j|apiguardian")
                        .matcher(entry)
                        .find())
                .collect(Collectors.joining(System.getProperty("path.separator")));
        PUBLISHED.forEach((type, allowed) -> {
            String name = module(type).name();
            StringWriter printed = new StringWriter();
            int exit = ToolProvider.findFirst("jdeps")
                    .orElseThrow()
                    .run(
                            new PrintWriter(printed),
                            new PrintWriter(printed),
                            "--multi-release",
                            "17",
                            "-summary",
                            "--add-modules",
                            "org.jspecify",
                            "--module-path",
                            modules,
                            "--module",
                            name);
            assertEquals(0, exit, printed::toString);
            Set<String> used = printed.toString()
                    .lines()
                    .filter(line -> line.startsWith(name + " -> "))
                    .map(line -> line.substring((name + " -> ").length()))
                    .filter(module -> !module.equals("org.jspecify")) // annotations, not needed to run
                    .collect(Collectors.toSet());
            assertEquals(allowed, used, printed::toString);
            Set<String> required = module(type).requires().stream()
                    .filter(requires -> !requires.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
                    .map(ModuleDescriptor.Requires::name)
                    .collect(Collectors.toSet());
            assertEquals(allowed, required, name);
        });
    }

    @Test
    void noPackageStandsInTwoModules() {
        Map<String, String> moduleOf = new HashMap<>();
        Stream.concat(PUBLISHED.keySet().stream(), Stream.of(Analyst.class))
                .map(PublishedModulesTest::module)
                .forEach(module -> module.packages().forEach(each -> {
                    String other = moduleOf.put(each, module.name());
                    assertEquals(null, other, () -> each + " is in " + module.name() + " too");
                    assertTrue(each.startsWith(module.name()), each);
                }));
    }

    @Test
    void aPublicSignatureHasTypesOfTheJdkAndOfThisLibraryOnly() {
        PUBLISHED.forEach((type, allowed) -> {
            boolean isTestkit = allowed.contains("org.junit.jupiter.api");
            new ClassFileImporter()
                    .importPath(place(type)).stream()
                            .filter(each -> !each.getSimpleName().equals("module-info"))
                            .forEach(each -> assertEquals(
                                    Set.of(),
                                    foreign(each).stream()
                                            .filter(name -> !isTestkit || !name.startsWith("org.junit.jupiter.api."))
                                            .collect(Collectors.toSet()),
                                    each.getName()));
        });
    }

    @Test
    void aGuavaTypeInASignatureIsFound() {
        Set<String> guava = Set.of(ImmutableList.class.getName());
        assertEquals(guava, foreign(new ClassFileImporter().importClass(Returns.class)));
        assertEquals(guava, foreign(new ClassFileImporter().importClass(Takes.class)));
        assertEquals(guava, foreign(new ClassFileImporter().importClass(Holds.class)));
        assertEquals(guava, foreign(new ClassFileImporter().importClass(Bound.class)));
        assertEquals(guava, foreign(new ClassFileImporter().importClass(Is.class)));
        assertEquals(Set.of(), foreign(new ClassFileImporter().importClass(Hides.class)));
    }

    interface Returns {
        List<Map<String, ? extends ImmutableList<?>>> list();
    }

    interface Takes {
        void list(Set<ImmutableList<?>[]> lists);
    }

    static class Holds {
        protected ImmutableList<String> list = ImmutableList.of();
    }

    interface Bound<T extends ImmutableList<?>> {
        void list(T list);
    }

    interface Is extends Function<String, ImmutableList<?>> {}

    static final class Hides {
        private final ImmutableList<String> list = ImmutableList.of();

        @Override
        public String toString() {
            return list.toString();
        }
    }

    /** Gives the types of other libraries in what a class is, and in what others can see of it. */
    private static Set<String> foreign(JavaClass type) {
        Stream<JavaType> heads = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        Stream<JavaType> bounds = type.getTypeParameters().stream().flatMap(each -> each.getUpperBounds().stream());
        Stream<JavaType> fields = type.getFields().stream()
                .filter(field -> isSeen(field.getModifiers()))
                .map(JavaField::getType);
        Stream<JavaType> codes = type.getCodeUnits().stream()
                .filter(code -> isSeen(code.getModifiers()))
                .flatMap(PublishedModulesTest::types);
        return Stream.of(heads, bounds, fields, codes)
                .flatMap(types -> types)
                .flatMap(each -> each.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getBaseComponentType)
                .filter(each -> !each.isPrimitive())
                .map(JavaClass::getName)
                .filter(name -> !name.startsWith("java.") && !name.startsWith("dev.segmentation."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isSeen(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaType> types(JavaCodeUnit code) {
        return Stream.of(
                        Stream.of(code.getReturnType()),
                        code.getParameterTypes().stream(),
                        code.getExceptionTypes().stream(),
                        code.getTypeParameters().stream().flatMap(each -> each.getUpperBounds().stream()))
                .flatMap(types -> types);
    }

    @Test
    void theOsgiHeadersSayWhatTheModuleSays() throws IOException {
        for (Class<?> type : PUBLISHED.keySet()) {
            Attributes headers = manifest(type).getMainAttributes();
            assertEquals(module(type).name(), headers.getValue("Bundle-SymbolicName"));
            assertTrue(headers.getValue("Bundle-License").startsWith("Apache-2.0"));
            assertEquals(exports(type), packages(headers.getValue("Export-Package")));
            Set<String> needed =
                    packages(headers.getValue("Import-Package").replaceAll("org.jspecify[^,]*,[^,]*,", ""));
            needed.removeIf(each -> each.startsWith("java."));
            needed.removeIf(each -> each.startsWith("dev.segmentation."));
            needed.removeIf(each -> each.startsWith("com.google.common."));
            assertEquals(
                    module(type).requires().stream()
                            .map(ModuleDescriptor.Requires::name)
                            .filter(name -> name.startsWith("org.slf4j") || name.startsWith("org.junit"))
                            .collect(Collectors.toSet()),
                    needed);
        }
    }

    /** Takes the names of packages from a header; a comma within quotes is none between packages. */
    private static Set<String> packages(String header) {
        return Arrays.stream(header.replaceAll("\"[^\"]*\"", "").split(","))
                .map(each -> each.replaceAll(";.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Manifest manifest(Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        String location = type.getResource("/" + name).toString();
        try (InputStream in = new URL(location.replace(name, "META-INF/MANIFEST.MF")).openStream()) {
            return new Manifest(in);
        }
    }
}
