package io.sockspec.lab.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnerTest {
    private final Owner self = Owner.self();

    @Test
    void aNameTellsItsOwner() {
        assertThat(Owner.of(self.toString())).contains(self);
        assertThat(Owner.of(self + "-1234")).contains(self);
        assertThat(Owner.of("sockspec-run")).isEmpty();
        assertThat(Owner.of("another-1-2-3")).isEmpty();
    }

    @Test
    void aLivingOwnerIsNotGone() {
        assertThat(self.isGone()).isFalse();
    }

    /// No process has the number 0.
    @Test
    void anOwnerThatEndedIsGone() {
        assertThat(new Owner(self.space(), 0, "1").isGone()).isTrue();
    }

    @Test
    void anOwnerWhoseNumberIsAnothersNowIsGone() {
        assertThat(new Owner(self.space(), self.pid(), self.start() + "0").isGone())
                .isTrue();
    }

    /// Its number says nothing here.
    @Test
    void anOwnerOfAnotherPidNamespaceIsLeftAlone() {
        assertThat(new Owner("1", 0, "1").isGone()).isFalse();
    }
}
