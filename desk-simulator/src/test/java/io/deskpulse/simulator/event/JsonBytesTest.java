package io.deskpulse.simulator.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonBytesTest {
    private final JsonBytes json = new JsonBytes();

    @Test
    void members_of_every_kind_are_json() {
        json.begin()
                .text("a", "x")
                .text("left-out", null)
                .flag("b", true)
                .integer("c", 120)
                .hundredths("d", -0.347)
                .hundredths("e", 1)
                .amount("f", 305, 2)
                .amount("g", 18, 4)
                .object("h", "{}".getBytes(UTF_8))
                .end();

        assertThat(new String(json.take(), UTF_8))
                .isEqualTo(
                        "{\"a\":\"x\",\"b\":true,\"c\":120,\"d\":-0.35,\"e\":1.00,\"f\":\"3.05\",\"g\":\"0.0018\",\"h\":{}}");
    }

    @Test
    void taking_leaves_it_empty() {
        json.begin().end();
        json.take();

        json.begin().integer("a", 0).end();
        assertThat(new String(json.take(), UTF_8)).isEqualTo("{\"a\":0}");
    }

    @Test
    void long_text_fits() {
        json.begin().text("a", "x".repeat(5_000)).end();

        assertThat(json.take()).hasSize(5_008);
    }
}
