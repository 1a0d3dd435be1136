package io.deskpulse.kit.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    private static final String OLD =
            "k1:" + Base64.getEncoder().encodeToString("o".repeat(32).getBytes());
    private static final String NEW =
            "k2:" + Base64.getEncoder().encodeToString("n".repeat(32).getBytes());

    @TempDir
    Path folder;

    @Test
    void sealedTextIsOpenedInItsPlaceOnly() throws IOException {
        Vault vault = vault(OLD);

        String sealed = vault.seal("k-1/email", "li@example.com");

        assertThat(sealed).startsWith("k1.").doesNotContain("li", "example");
        assertThat(vault.open("k-1/email", sealed)).contains("li@example.com");
        assertThat(vault.open("k-2/email", sealed)).isEmpty();
        assertThat(vault.seal("k-1/email", "li@example.com"))
                .as("another nonce")
                .isNotEqualTo(sealed);
    }

    @Test
    void changedTextIsNotOpened() throws IOException {
        Vault vault = vault(OLD);
        String sealed = vault.seal("p", "li@example.com");
        char changed = sealed.charAt(20) == 'A' ? 'B' : 'A';

        assertThat(vault.open("p", sealed.substring(0, 20) + changed + sealed.substring(21)))
                .isEmpty();
    }

    @Test
    void newKeySealsAndOldOnesOpen() throws IOException {
        String before = vault(OLD).seal("p", "text");
        Vault rotated = vault(NEW + "\n" + OLD);

        assertThat(rotated.open("p", before)).contains("text");
        assertThat(rotated.seal("p", "text")).startsWith("k2.");
        assertThat(rotated.prints("p", "text"))
                .hasSize(2)
                .containsAll(vault(OLD).prints("p", "text"));
        assertThat(vault(NEW).open("p", before)).as("once the old key is gone").isEmpty();
    }

    private Vault vault(String keys) throws IOException {
        return new Vault(
                new KeyFile("keys", Optional.of(Files.writeString(Files.createTempFile(folder, "keys", ""), keys))));
    }
}
