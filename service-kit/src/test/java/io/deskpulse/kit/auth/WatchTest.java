package io.deskpulse.kit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.kit.secret.MountedSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    @TempDir
    Path folder;

    private final List<String> used = new ArrayList<>();
    private Path file;
    private Watch watch;

    @BeforeEach
    void watchFile() {
        file = folder.resolve("keys.json");
        watch = new Watch("keys", new FileSource(file), this::use);
    }

    @Test
    void text_is_handed_on_when_the_file_appears_and_when_it_changes() throws IOException {
        watch.look();
        Files.writeString(file, "one");
        watch.look();
        watch.look();
        Files.writeString(file, "other");
        watch.look();

        assertThat(used).containsExactly("one", "other");
    }

    @Test
    void secret_that_kubernetes_swaps_is_a_change() throws IOException {
        MountedSecret mount = new MountedSecret(folder);
        mount.update("keys.json", "one");
        watch.look();
        mount.update("keys.json", "two");
        watch.look();
        mount.update("keys.json", "six");
        watch.look();

        assertThat(used).containsExactly("one", "two", "six");
    }

    @Test
    void file_swapped_by_a_link_is_a_change() throws IOException {
        Path first = Files.writeString(folder.resolve("1"), "one");
        Path second = Files.writeString(folder.resolve("2"), "two");
        Files.setLastModifiedTime(second, Files.getLastModifiedTime(first));
        Files.createSymbolicLink(file, first);
        watch.look();

        Files.delete(file);
        Files.createSymbolicLink(file, second);
        watch.look();

        assertThat(used).containsExactly("one", "two");
    }

    @Test
    void unusable_text_leaves_the_former_in_force() throws IOException {
        Files.writeString(file, "one");
        watch.look();
        Files.writeString(file, "broken");
        watch.look();
        Files.delete(file);
        watch.look();

        assertThat(used).containsExactly("one");
    }

    private void use(String text) {
        if (text.equals("broken")) {
            throw new IllegalArgumentException("broken");
        }
        used.add(text);
    }
}
