package io.deskpulse.contracts.event.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventSlicesTest {
    @Test
    void takesABatchApartAtItsOwnCommasOnly() {
        assertThat(batch(" [ {\"a\":[1,2],\"b\":\"],\\\"[{\"} , {} ,\n{\"c\":\"\\\\\"}] "))
                .containsExactly("{\"a\":[1,2],\"b\":\"],\\\"[{\"}", "{}", "{\"c\":\"\\\\\"}");
    }

    @Test
    void findsTheEndOfAStringWhereverItsQuotesAndBackslashesStand() {
        for (String escape : new String[] {"", "\\\"", "\\\\", "\\\\\\\"", "\\u00e9", "你"}) {
            for (int before = 0; before < 20; before++) {
                for (int after = 0; after < 20; after++) {
                    String text = "\"" + "]".repeat(before) + escape + ",".repeat(after) + "\"";

                    assertThat(batch("[" + text + "," + text + "]")).containsExactly(text, text);
                }
            }
        }
    }

    @Test
    void findsNothingInAnEmptyBatch() {
        assertThat(batch("[ ]")).isEmpty();
    }

    @Test
    void leavesABrokenElementToItsReader() {
        assertThat(batch("[tru, {\"a\":}, 1]")).containsExactly("tru", "{\"a\":}", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[", "[{}", "[{},", "[{},]", "[,{}]", "[{}] x", "[{}]]", "[\"", "[\"\\", "[}"})
    void refusesWhatIsNoArray(String body) {
        byte[] bytes = body.getBytes(UTF_8);

        assertThat(EventSlices.ofBatch(bytes, 10).fault()).isNotNull();
    }

    @Test
    void takesLinesApartAndPassesOverBlankOnes() {
        byte[] body = "{\"a\":1}\r\n\n  \n{\"b\":2}".getBytes(UTF_8);

        assertThat(texts(body, EventSlices.ofLines(body, 10))).containsExactly("{\"a\":1}", "{\"b\":2}");
    }

    @Test
    void stopsOnePastTheLimit() {
        assertThat(EventSlices.ofBatch("[1,2,3,4,5]".getBytes(UTF_8), 2).size()).isEqualTo(3);
        assertThat(EventSlices.ofLines("1\n2\n3\n4\n5".getBytes(UTF_8), 2).size())
                .isEqualTo(3);
    }

    private static List<String> batch(String text) {
        byte[] body = text.getBytes(UTF_8);
        EventSlices slices = EventSlices.ofBatch(body, 10);
        assertThat(slices.fault()).isNull();
        return texts(body, slices);
    }

    private static List<String> texts(byte[] body, EventSlices slices) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < slices.size(); i++) {
            texts.add(new String(body, slices.offset(i), slices.length(i), UTF_8));
        }
        return texts;
    }
}
