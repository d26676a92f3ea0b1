package io.sockspec;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Who may know whom. An area is a package directly below `io.sockspec` with all that is in it.
class ArchitectureTest {
    private static final String ROOT = "io.sockspec";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /// An area, how many classes it has at least, and which others it may know. The root package is
    /// an area without a name.
    private record Area(String name, int classes, Set<String> knows) {}

    private static final List<Area> AREAS = List.of(
            new Area("socket", 20, Set.of()),
            new Area("libc", 5, Set.of("socket")),
            new Area("wire", 20, Set.of("socket", "libc")),
            new Area("spi", 5, Set.of("socket")),
            // A host in a container starts the programs of its image.
            new Area("lab", 10, Set.of("socket", "libc", "wire", "spi")),
            new Area("host", 5, Set.of("socket", "libc", "spi")),
            new Area("nio", 5, Set.of("socket", "spi")),
            new Area("agent", 10, Set.of("socket", "libc", "spi")),
            new Area("serve", 10, Set.of("socket", "spi", "agent")),
            new Area("register", 10, Set.of()),
            new Area("report", 10, Set.of("register")),
            new Area(
                    "steps", 10, Set.of("socket", "libc", "wire", "lab", "spi", "host", "agent", "register", "report")),
            new Area("", 2, Set.of("agent", "register", "report", "steps")));

    @Test
    void everyAreaIsInTheTable() {
        assertThat(PRODUCT)
                .extracting(ArchitectureTest::area)
                .isSubsetOf(AREAS.stream().map(Area::name).toList());
    }

    /// Too few classes would mean that the other tests look at nothing.
    @Test
    void everyAreaIsFoundWithItsClasses() {
        assertThat(AREAS)
                .allSatisfy(area -> assertThat(PRODUCT)
                        .filteredOn(it -> area(it).equals(area.name()))
                        .hasSizeGreaterThanOrEqualTo(area.classes()));
    }

    @Test
    void anAreaKnowsOnlyWhatTheTableSays() {
        assertThat(AREAS)
                .allSatisfy(area -> assertThat(PRODUCT)
                        .filteredOn(it -> area(it).equals(area.name()))
                        .flatExtracting(JavaClass::getDirectDependenciesFromSelf)
                        .filteredOn(it -> it.getTargetClass().getPackageName().startsWith(ROOT))
                        .filteredOn(it -> !area(it.getTargetClass()).equals(area.name()))
                        .filteredOn(it -> !area.knows().contains(area(it.getTargetClass())))
                        .extracting(Dependency::getDescription)
                        .isEmpty());
    }

    @Test
    void noPackagesFormACycle() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(PRODUCT);
    }

    /// The one place where a mistake can crash the JVM.
    @Test
    void onlyLibcCallsNativeCode() {
        assertThat(PRODUCT)
                .filteredOn(it -> area(it).equals("libc"))
                .anyMatch(it -> dependsOn(it, "java.lang.foreign"));
        onlyIn("java.lang.foreign..", "libc");
        onlyIn("com.sun.jna..", "libc");
    }

    @Test
    void onlyTheWireKnowsPcap4j() {
        onlyIn("org.pcap4j..", "wire");
    }

    @Test
    void onlyTheLabKnowsTheEngine() {
        onlyIn("org.testcontainers..", "lab");
        onlyIn("com.github.dockerjava..", "lab");
    }

    @Test
    void onlyTheLabKnowsToxiproxy() {
        onlyIn("eu.rekawek.toxiproxy..", "lab");
    }

    /// The laboratory its own, agents what they are compiled with, and the agent in Java the JVM
    /// that makes its cache.
    @Test
    void onlyTheLabAndAgentsStartProcesses() {
        noClasses()
                .that(are(describe(
                        "outside lab and agents",
                        it -> !Set.of("lab", "agent", "serve").contains(area(it)))))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class, Process.class)
                .orShould()
                .callMethodWhere(target(owner(type(Runtime.class))).and(target(name("exec"))))
                .check(PRODUCT);
    }

    /// The agent in Java is a program of its own, whose log is the standard error.
    @Test
    void onlyProgramsAndTheReportPrint() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(PRODUCT.that(
                describe("neither", it -> !Set.of("", "report", "serve").contains(area(it)))));
    }

    /// Scenarios run at the same time in one JVM.
    @Test
    void noFieldIsSharedAndMutable() {
        fields().that().haveModifier(STATIC).should().haveModifier(FINAL).check(PRODUCT);
    }

    @Test
    void noNameSaysNothing() {
        classes()
                .should()
                .haveNameNotMatching(".*(Utils?|Helper|Manager|Impl|Base|Common)(\\$.*)?")
                .check(PRODUCT);
    }

    private static void onlyIn(String library, String area) {
        noClasses()
                .that(are(describe("outside " + area, it -> !area(it).equals(area))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(library))
                .check(PRODUCT);
    }

    private static boolean dependsOn(JavaClass user, String library) {
        return user.getDirectDependenciesFromSelf().stream()
                .anyMatch(it -> it.getTargetClass().getPackageName().startsWith(library));
    }

    private static String area(JavaClass member) {
        var below = member.getPackageName().substring(ROOT.length());
        return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
    }
}
