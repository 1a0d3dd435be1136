package io.deskpulse.survey.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.survey.link.Tokens.Changed;
import io.deskpulse.survey.link.Tokens.Genuine;
import io.deskpulse.survey.link.Tokens.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final String OLD =
            "k1:" + Base64.getEncoder().encodeToString("o".repeat(32).getBytes());
    private static final String NEW =
            "k2:" + Base64.getEncoder().encodeToString("n".repeat(32).getBytes());
    private static final UUID ID = UUID.fromString("0193525b-3a6e-7c1f-9d5c-0f2f6e1b7a10");
    private static final Instant END = Instant.parse("2026-12-01T00:00:00.250Z");

    @TempDir
    Path folder;

    @Test
    void tokenSaysWhatItWasIssuedFor() throws IOException {
        Tokens tokens = tokens(OLD);

        String token = tokens.issue(Purpose.ANSWER, ID, END);

        assertThat(token).matches("[A-Za-z0-9_-]{55}");
        assertThat(tokens.read(Purpose.ANSWER, token))
                .isEqualTo(new Genuine(ID, Instant.parse("2026-12-01T00:00:01Z")));
    }

    @Test
    void everyChangedCharacterIsFound() throws IOException {
        Tokens tokens = tokens(OLD);
        String token = tokens.issue(Purpose.ANSWER, ID, END);

        for (int i = 0; i < token.length(); i++) {
            for (char other : "AQgw-_019".toCharArray()) {
                if (token.charAt(i) != other) {
                    String changed = token.substring(0, i) + other + token.substring(i + 1);
                    assertThat(tokens.read(Purpose.ANSWER, changed)).isInstanceOf(Changed.class);
                }
            }
        }
    }

    @Test
    void whatIsNotWholeOrNotOursIsFound() throws IOException {
        Tokens tokens = tokens(OLD);
        String token = tokens.issue(Purpose.ANSWER, ID, END);

        for (int length = 0; length < token.length(); length++) {
            assertThat(tokens.read(Purpose.ANSWER, token.substring(0, length))).isInstanceOf(Changed.class);
        }
        assertThat(tokens.read(Purpose.ANSWER, token + "A")).isInstanceOf(Changed.class);
        assertThat(tokens.read(Purpose.ANSWER, token + ".")).isInstanceOf(Changed.class);
        assertThat(tokens.read(Purpose.ANSWER, "A".repeat(100_000))).isInstanceOf(Changed.class);
        assertThat(tokens.read(Purpose.UNSUBSCRIBE, token)).isInstanceOf(Changed.class);
        assertThat(tokens(NEW).read(Purpose.ANSWER, token)).isInstanceOf(Changed.class);
    }

    @Test
    void newKeySignsAndOldOnesVerify() throws IOException {
        String before = tokens(OLD).issue(Purpose.ANSWER, ID, END);
        Tokens rotated = tokens(NEW + "\n" + OLD);

        String after = rotated.issue(Purpose.ANSWER, ID, END);

        assertThat(rotated.read(Purpose.ANSWER, before)).isInstanceOf(Genuine.class);
        assertThat(rotated.read(Purpose.ANSWER, after)).isInstanceOf(Genuine.class);
        assertThat(tokens(NEW).read(Purpose.ANSWER, after)).isInstanceOf(Genuine.class);
        assertThat(tokens(OLD).read(Purpose.ANSWER, after)).isInstanceOf(Changed.class);
    }

    private Tokens tokens(String keys) throws IOException {
        Path file = Files.writeString(Files.createTempFile(folder, "keys", ""), keys);
        return new Tokens(new LinkSettings() {
            @Override
            public Optional<String> baseUrl() {
                return Optional.empty();
            }

            @Override
            public Optional<Path> keys() {
                return Optional.of(file);
            }
        });
    }
}
