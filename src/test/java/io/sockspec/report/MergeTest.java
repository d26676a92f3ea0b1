package io.sockspec.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sockspec.register.ScenarioStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeTest {
    private static final String BUILD = "0123456789ab";

    @TempDir
    private Path folder;

    @Test
    void allShardsMakeTheWhole() throws Exception {
        var whole = folder.resolve("whole");
        Merge.of(whole, List.of(leave("two", "2/2", passed("UDP-02")), leave("one", "1/2", passed("UDP-01"))));
        var results = new ResultsFile(whole).read();
        assertThat(results.run()).isEqualTo(Samples.run(false, Map.of(), null));
        assertThat(results.scenarios()).containsExactly(passed("UDP-01"), passed("UDP-02"));
    }

    @Test
    void capturesMoveAlongAndThoseOfAnEarlierRunGo() throws Exception {
        var whole = folder.resolve("whole");
        Files.createDirectories(whole.resolve("captures/UDP-99/old"));
        var shard = folder.resolve("two");
        var there =
                Files.createDirectories(shard.resolve("captures/UDP-02/lost")).resolve("wire.pcapng");
        Files.writeString(there, "frames");
        var wrong = Samples.wrong("UDP-02", 25, Samples.finding().withCapture(there));
        Merge.of(whole, List.of(leave("one", "1/2", passed("UDP-01")), leave("two", "2/2", wrong)));
        var capture = Objects.requireNonNull(
                        new ResultsFile(whole).read().scenarios().getLast().finding())
                .capture();
        assertThat(capture)
                .isEqualTo(whole.resolve("captures/UDP-02/lost/wire.pcapng"))
                .hasContent("frames");
        assertThat(whole.resolve("captures/UDP-99")).doesNotExist();
    }

    @Test
    void aShardThatBrokeBreaksTheWhole() {
        var whole = folder.resolve("whole");
        leave("two", Samples.shard("2/2", BUILD, "no memory"));
        Merge.of(whole, List.of(leave("one", "1/2"), folder.resolve("two")));
        assertThat(new ResultsFile(whole).read().run().error()).isEqualTo("shard 2/2: no memory");
    }

    @Test
    void whatMakesNoWholeIsRefusedInOneSentence() {
        var one = leave("one", "1/4");
        var two = leave("two", "2/4");
        assertRefused("Of 4 shards 3/4, 4/4 are missing; run and name all.", one, two);
        assertRefused(one + " and " + one + " both hold shard 1/4; each counts once.", one, one);
        var eighth = leave("eighth", "2/8");
        assertRefused(
                one + " holds shard 1/4 and " + eighth + " shard 2/8, which are of different divisions.", one, eighth);
        var other = leave("other", Samples.shard("2/4", "ba9876543210", null));
        assertRefused(
                "The shards in " + one + " and " + other
                        + " are of different runs: build is 0123456789ab in one, ba9876543210 in the other.",
                one,
                other);
        var run = leave("run", Samples.run(false, Map.of(), null));
        assertRefused(
                run + " holds no shard but a run of its own; a shard is made with -Dsockspec.shard=1/4.", one, run);
        var none = folder.resolve("none");
        assertRefused(none + "/results.json does not exist: the run left no results.", one, none);
        assertThatThrownBy(() -> Merge.of(one, List.of(one, two)))
                .hasMessage(one + " holds a shard; name another folder for the whole.");
    }

    private void assertRefused(String sentence, Path... folders) {
        var whole = folder.resolve("refused");
        assertThatThrownBy(() -> Merge.of(whole, List.of(folders)))
                .isInstanceOf(NoResults.class)
                .hasMessage(sentence);
        assertThat(whole).doesNotExist();
    }

    private static ScenarioResult passed(String id) {
        return Samples.result(id, 25, ScenarioStatus.PASSED, null);
    }

    private Path leave(String name, String shard, ScenarioResult... scenarios) {
        return leave(name, Samples.shard(shard, BUILD, null), scenarios);
    }

    private Path leave(String name, Run run, ScenarioResult... scenarios) {
        new ResultsFile(folder.resolve(name)).write(new Results(run, List.of(), List.of(scenarios)));
        return folder.resolve(name);
    }
}
