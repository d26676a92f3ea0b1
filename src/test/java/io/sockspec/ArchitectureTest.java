package io.sockspec;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Who may know whom. An area is a package directly below `io.sockspec` with all that is in it.
class ArchitectureTest {
    private static final String ROOT = "io.sockspec";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /// An area, with how many classes it has at least and which others it may know.
    private record Area(int classes, String... knows) {}

    private static final Map<String, Area> AREAS = Map.ofEntries(
            Map.entry("socket", new Area(20)),
            Map.entry("libc", new Area(5, "socket")),
            Map.entry("wire", new Area(20, "socket", "libc")),
            Map.entry("lab", new Area(10, "socket", "libc", "wire")),
            Map.entry("spi", new Area(5, "socket")),
            Map.entry("host", new Area(5, "socket", "libc", "spi")),
            Map.entry("register", new Area(10)),
            Map.entry("report", new Area(10, "register")),
            Map.entry("steps", new Area(10, "socket", "libc", "wire", "lab", "spi", "host", "register", "report")),
            Map.entry("", new Area(1, "register", "report")));

    /// Too few classes would mean that the other tests look at nothing.
    @Test
    void everyAreaIsFoundWithItsClasses() {
        Map<String, Integer> found = new TreeMap<>();
        PRODUCT.forEach(it -> found.merge(area(it), 1, Integer::sum));

        assertThat(found).containsOnlyKeys(AREAS.keySet());
        assertThat(found).allSatisfy((area, classes) -> assertThat(classes)
                .as("classes in %s", area)
                .isGreaterThanOrEqualTo(AREAS.get(area).classes()));
    }

    @Test
    void anAreaKnowsOnlyWhatTheTableSays() {
        Map<String, Set<String>> known = PRODUCT.stream()
                .flatMap(it -> it.getDirectDependenciesFromSelf().stream())
                .filter(it -> it.getTargetClass().getPackageName().startsWith(ROOT))
                .filter(it -> !area(it.getOriginClass()).equals(area(it.getTargetClass())))
                .collect(groupingBy(
                        it -> area(it.getOriginClass()),
                        mapping(ArchitectureTest::description, toCollection(TreeSet::new))));

        known.forEach((area, dependencies) -> assertThat(dependencies)
                .as("what %s may not know", area)
                .allMatch(it -> Set.of(AREAS.get(area).knows()).contains(it.substring(0, it.indexOf(':')))));
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
    void onlyTheLabStartsProcesses() {
        noClasses()
                .that(are(describe("outside lab", it -> !area(it).equals("lab"))))
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class, Process.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .check(PRODUCT);
    }

    @Test
    void onlyTheCommandLineAndTheReportPrint() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(
                PRODUCT.that(describe("neither", it -> !Set.of("", "report").contains(area(it)))));
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

    private static String description(Dependency dependency) {
        return area(dependency.getTargetClass()) + ": " + dependency.getDescription();
    }

    /// The root package, whose name is empty here, is an area, too.
    private static String area(JavaClass member) {
        var below = member.getPackageName().substring(ROOT.length());
        return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
    }
}
