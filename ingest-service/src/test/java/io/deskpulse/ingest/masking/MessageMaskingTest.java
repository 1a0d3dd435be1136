package io.deskpulse.ingest.masking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageMaskingTest {
    @Test
    void changesNothingButTheText() {
        assertThat(withText(
                        "{ \"from\" : \"customer\",\n\"text\":\"\\u0031\\\"3812345678\" , \"n\":1.50, \"更\":[]}",
                        "a\"好"))
                .isEqualTo("{ \"from\" : \"customer\",\n\"text\":\"a\\\"好\" , \"n\":1.50, \"更\":[]}");
    }

    @Test
    void leavesATextInsideAnotherFieldAlone() {
        assertThat(withText("{\"x\":{\"text\":\"inner\"},\"text\":\"outer\"}", "[id]"))
                .isEqualTo("{\"x\":{\"text\":\"inner\"},\"text\":\"[id]\"}");
    }

    @Test
    void replacesHalvesOfCharacters() {
        assertThat(withText("{\"text\":\"x\"}", "a\ud83d")).isEqualTo("{\"text\":\"a?\"}");
    }

    @Test
    void cutsWhatMasksHaveMadeLongerThanTextMayBe() {
        assertThat(withText("{\"text\":\"x\"}", "好".repeat(8_001)))
                .isEqualTo("{\"text\":\"" + "好".repeat(8_000) + "\"}");
    }

    private static String withText(String data, String masked) {
        byte[] body = ("[," + data + "]]").getBytes(UTF_8);
        return new String(MessageMasking.withText(body, 2, data.getBytes(UTF_8).length, masked), UTF_8);
    }
}
