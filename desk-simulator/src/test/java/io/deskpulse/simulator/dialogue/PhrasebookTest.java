package io.deskpulse.simulator.dialogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.simulator.event.JsonBytes;
import io.deskpulse.simulator.random.Dice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasebookTest {
    @ParameterizedTest
    @EnumSource(Language.class)
    void language_has_lines_for_everything(Language language) {
        // Reading it fails where one is missing.
        Phrasebook phrasebook = Phrasebook.of(language);

        assertThat(phrasebook.any(LineKind.OPENING, Topic.RETURNS, new Dice(1))).isNotNull();
    }

    @Test
    void order_number_takes_its_place() {
        JsonBytes json = new JsonBytes().begin();
        new Line("订单{order}到哪了？").write(json, 42);

        assertThat(new String(json.end().take(), UTF_8)).isEqualTo("{\"text\":\"订单42到哪了？\"}");
    }
}
