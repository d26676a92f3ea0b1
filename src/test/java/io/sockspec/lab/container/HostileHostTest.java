package io.sockspec.lab.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.sockspec.lab.LabFailure;
import io.sockspec.lab.LabPlan;
import io.sockspec.lab.NoLaboratory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What is said of images whose process 1 is not what it should be, and that nothing of them stays.
class HostileHostTest {
    private static final String NAME = "sockspec-hostile";
    private static final String CONTAINER = "the container [0-9a-f]{12} ";
    private static final String OF = CONTAINER + "of sockspec-hostile:";
    private static final String REMEDY = "; name an image with /sockspec/host as process 1";

    private static final Map<String, String> SAID = new LinkedHashMap<>();

    static {
        SAID.put("ends", OF + "ends ended before it connected" + REMEDY);
        SAID.put("never-connects", OF + "never-connects has not connected within 10 s" + REMEDY);
        SAID.put("never-answers", CONTAINER + "did not answer 'protocol' within 10 s");
        SAID.put("no-number", "process 1 of a container answered 0 bytes where a number was due" + REMEDY);
        SAID.put("no-descriptor", CONTAINER + "passed 0 descriptors when it was to make the TAP device eth0");
        SAID.put(
                "no-tun",
                "No lab of containers can be made here \\(" + CONTAINER + "may not open /dev/net/tun: EPERM\\);"
                        + " let the engine pass that device to containers.");
        SAID.put(
                "old",
                "No lab of containers can be made here \\(the image sockspec-hostile:old speaks version 0 of the"
                        + " hosts' protocol, and this sockspec version 1\\); build it anew with ci/images.");
    }

    @TempDir
    private static Path context;

    private static Engine engine = TestEngine.reach();

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        TestEngine.require(Image.built("python"));
        Files.copy(Path.of("src/test/resources/hostile-host.py"), context.resolve("hostile-host.py"));
        for (String behaviour : SAID.keySet()) {
            Files.writeString(context.resolve("Dockerfile"), """
                    FROM %s
                    COPY hostile-host.py /
                    ENTRYPOINT ["/sockspec/python", "-I", "-S", "/hostile-host.py", "%s"]
                    """.formatted(Image.built("python"), behaviour));
            TestEngine.docker("build", "--quiet", "--tag", NAME + ":" + behaviour, context.toString());
        }
    }

    @AfterAll
    static void remove() throws IOException, InterruptedException {
        for (String behaviour : SAID.keySet()) {
            for (String each : containers(behaviour)) {
                TestEngine.docker("rm", "--force", each);
            }
            TestEngine.docker("image", "rm", "--force", NAME + ":" + behaviour);
        }
    }

    /// At the same time, since some take as long as they are waited for.
    @TestFactory
    Stream<DynamicTest> eachIsOneSentence() throws InterruptedException {
        Map<String, Throwable> thrown = new ConcurrentHashMap<>();
        List<Thread> threads = SAID.keySet().stream()
                .map(each -> Thread.ofPlatform().start(() -> thrown.put(each, thrown(each))))
                .toList();
        for (Thread each : threads) {
            each.join();
        }
        return SAID.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    assertThat(thrown.get(each.getKey()))
                            .isInstanceOfAny(LabFailure.class, NoLaboratory.class)
                            .message()
                            .matches(each.getValue());
                    assertNothingStays(each.getKey());
                }));
    }

    private static Throwable thrown(String behaviour) {
        Image image = new Image(NAME + ":" + behaviour);
        return catchThrowable(() -> new ContainerLaboratory(engine, image, image)
                .open(LabPlan.of("client"))
                .close());
    }

    /// Those that connect and answer wait for their next lab.
    private static void assertNothingStays(String behaviour) throws IOException, InterruptedException {
        assertThat(containers(behaviour)).hasSize(behaviour.startsWith("no-d") || behaviour.startsWith("no-t") ? 1 : 0);
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .noneMatch(each -> each.startsWith(Owner.self().toString()));
        }
    }

    private static List<String> containers(String behaviour) throws IOException, InterruptedException {
        return TestEngine.docker("ps", "--all", "--quiet", "--filter", "ancestor=" + NAME + ":" + behaviour);
    }
}
