package dev.segmentation.shell;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.segmentation.api.SegmentationScheme;
import dev.segmentation.schemes.fours.FourS;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the modules and packages to their directions: what may use what. */
class ArchitectureTest {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.segmentation");

    private static final String API = "dev.segmentation.api..";
    private static final String CORE = "dev.segmentation.core..";
    private static final String RANKING = "dev.segmentation.core.ranking..";
    private static final String SCHEMES = "dev.segmentation.schemes..";
    private static final String JDK = "java..";
    private static final String NULLNESS = "org.jspecify..";

    @Test
    void theApiUsesTheJdkOnly() {
        classes()
                .that()
                .resideInAPackage(API)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(API, JDK, NULLNESS))
                .check(ALL);
    }

    @Test
    void theCoreUsesTheApiGuavaAndSlf4j() {
        classes()
                .that()
                .resideInAPackage(CORE)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(CORE, API, JDK, NULLNESS, "com.google.common..", "org.slf4j.."))
                .check(ALL);
    }

    @Test
    void rankingKnowsNothingOfClients() {
        noClasses()
                .that()
                .resideInAPackage(RANKING)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.segmentation.api.Client")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("dev.segmentation.api.Book")
                .orShould()
                .dependOnClassesThat(resideInAnyPackage(CORE).and(resideOutsideOfPackages(RANKING)))
                .check(ALL);
    }

    @Test
    void theSchemesUseTheApiAndTheCore() {
        classes()
                .that()
                .resideInAPackage(SCHEMES)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(SCHEMES, CORE, API, JDK, NULLNESS))
                .check(ALL);
    }

    @Test
    void noPackagesDependOnEachOther() {
        slices().matching("dev.segmentation.(**)").should().beFreeOfCycles().check(ALL);
    }

    /** The class path reads the one, the module path the other. */
    @Test
    void theServiceFileAndTheModuleNameTheSameSchemes() throws Exception {
        Path schemes = Path.of(
                FourS.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Set<String> onModulePath = ModuleFinder.of(schemes).findAll().iterator().next().descriptor().provides().stream()
                .flatMap(provides -> provides.providers().stream())
                .collect(Collectors.toSet());
        Set<String> onClassPath;
        try (InputStream file = Objects.requireNonNull(
                FourS.class.getResourceAsStream("/META-INF/services/" + SegmentationScheme.class.getName()))) {
            onClassPath = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toSet());
        }
        assertEquals(onModulePath, onClassPath);
    }
}
