package io.deskpulse.kit.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    private static final String SECRET =
            Base64.getEncoder().encodeToString("x".repeat(32).getBytes());

    @TempDir
    Path folder;

    @Test
    void firstKeyIsForWhatIsNewAndAllAreFound() {
        KeyRing ring = KeyRing.parse("# newest first\nk2:" + SECRET + "\n\nk1:" + SECRET + " # old\n");

        assertThat(ring.current().id()).isEqualTo("k2");
        assertThat(ring.find("k1")).isPresent();
        assertThat(ring.find("k3")).isEmpty();
    }

    @Test
    void whatCannotBeUsedIsToldByItsLineAndNeverQuoted() {
        String weak = Base64.getEncoder().encodeToString("short".getBytes());

        assertThatThrownBy(() -> KeyRing.parse("k1:" + SECRET + "\nk2:" + weak))
                .hasMessageContaining("line 2")
                .hasMessageNotContaining(weak);
        assertThatThrownBy(() -> KeyRing.parse("k1:=====secret")).hasMessageNotContaining("secret");
        assertThatThrownBy(() -> KeyRing.parse("just-a-secret")).hasMessageNotContaining("secret");
        assertThatThrownBy(() -> KeyRing.parse("k1:" + SECRET + "\nk1:" + SECRET))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KeyRing.parse("# nothing")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void changedFileIsReadAgainAndABrokenOneLeavesTheKeysInForce() throws IOException {
        Path file = Files.writeString(folder.resolve("keys"), "k1:" + SECRET);
        KeyFile keys = new KeyFile("keys", Optional.of(file));
        assertThat(keys.ring().orElseThrow().current().id()).isEqualTo("k1");

        Files.writeString(file, "k10:" + SECRET + "\nk1:" + SECRET);
        await().until(() -> keys.ring().orElseThrow().current().id().equals("k10"));
        Files.writeString(file, "broken");
        Files.writeString(file, "really broken");
        await().during(Duration.ofMillis(1_500))
                .until(() -> keys.ring().orElseThrow().current().id().equals("k10"));
    }

    @Test
    void secretThatKubernetesSwapsIsReadAgain() throws IOException {
        MountedSecret mount = new MountedSecret(folder);
        mount.update("keys", "k1:" + SECRET);
        KeyFile keys = new KeyFile("keys", Optional.of(mount.file("keys")));
        assertThat(keys.ring().orElseThrow().current().id()).isEqualTo("k1");

        mount.update("keys", "k2:" + SECRET);

        await().until(() -> keys.ring().orElseThrow().current().id().equals("k2"));
    }

    @Test
    void withoutFileThereAreNoKeys() {
        assertThat(new KeyFile("keys", Optional.empty()).ring()).isEmpty();
        assertThat(new KeyFile("keys", Optional.of(folder.resolve("none"))).ring())
                .isEmpty();
    }

    @Test
    void keyDoesNotTellItself() {
        assertThat(KeyRing.parse("k1:" + SECRET).current()).hasToString("key k1");
    }
}
