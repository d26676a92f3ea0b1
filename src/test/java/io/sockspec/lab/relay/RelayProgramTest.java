package io.sockspec.lab.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayProgramTest {
    @TempDir
    private Path folder;

    private Path program(String name) throws IOException {
        Path program = Files.createFile(folder.resolve(name));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    @Test
    void aNamedProgramIsTaken() throws IOException {
        Path named = program("mine");
        assertThat(RelayProgram.find(named.toString(), "", folder.resolve("none")))
                .isEqualTo(named);
    }

    @Test
    void aNameThatIsNoProgramIsRefusedWhateverElseThereIs() throws IOException {
        String wrong = folder.resolve("missing").toString();
        Path built = program("toxiproxy-server-2.12.0");
        assertThatThrownBy(() -> RelayProgram.find(wrong, "", built))
                .isInstanceOf(NoRelay.class)
                .hasMessage("-Dsockspec.relay=" + wrong + " is no program; name a Toxiproxy server");
    }

    @Test
    void thePathComesBeforeWhatWasBuilt() throws IOException {
        Path found = program("toxiproxy-server");
        Path built = program("built");
        assertThat(RelayProgram.find("", "/nowhere:" + folder, built)).isEqualTo(found);
        assertThat(RelayProgram.find("", "/nowhere", built)).isEqualTo(built);
    }

    @Test
    void whereThereIsNoneTheRemedyIsSaid() {
        Path none = folder.resolve("none");
        assertThat(List.of(none)).noneMatch(Files::exists);
        assertThatThrownBy(() -> RelayProgram.find("", "", none))
                .isInstanceOf(NoRelay.class)
                .hasMessage("there is no toxiproxy-server on the PATH and no " + none
                        + "; build it with 'ci/toxiproxy', or name one with -Dsockspec.relay");
    }
}
