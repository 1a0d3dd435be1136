package io.deskpulse.ingest.intake.rest;

import static io.deskpulse.ingest.Interactions.header;
import static io.deskpulse.ingest.Interactions.value;
import static io.deskpulse.ingest.Requests.as;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.deskpulse.ingest.Events;
import io.deskpulse.ingest.Interactions;
import io.deskpulse.localstack.quarkus.LocalStackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalStackResource.class)
class ModesTest {
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String LINES = "application/x-ndjson";

    @Test
    void storesAStructuredEventAsACloudEventInBinaryMode() {
        String json =
                """
                {"data":{"from":"customer","text":"你好"},"specversion":"1.0","id":"m-1","source":"/shop/客服",
                 "type":"conversation.message","subject":"c-1","time":"2026-11-20T10:00:00+08:00","tenant":"modes-one"}""";

        send("modes-one", STRUCTURED, json.getBytes(UTF_8))
                .statusCode(200)
                .body(equalTo("{\"accepted\":1,\"rejected\":0,\"results\":[{\"status\":\"accepted\"}]}"));

        ConsumerRecord<byte[], byte[]> record = only("modes-one");
        assertThat(new String(record.key(), UTF_8)).isEqualTo("modes-one:c:c-1");
        assertThat(value(record)).isEqualTo("{\"from\":\"customer\",\"text\":\"你好\"}");
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_id")).isEqualTo("m-1");
        assertThat(header(record, "ce_source")).isEqualTo("/shop/客服");
        assertThat(header(record, "ce_type")).isEqualTo("conversation.message");
        assertThat(header(record, "ce_subject")).isEqualTo("c-1");
        assertThat(header(record, "ce_time")).isEqualTo("2026-11-20T02:00:00.000Z");
        assertThat(header(record, "content-type")).isEqualTo("application/json");
    }

    @Test
    void storesAnEventInBinaryMode() {
        as("modes-binary")
                .contentType("application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", "b-1")
                .header("ce-source", "/shop/%E5%AE%A2")
                .header("ce-type", "visit.ended")
                .header("ce-subject", "v-1")
                .header("ce-time", "2026-11-20T10:00:00Z")
                .body("{\"pages\":3}".getBytes(UTF_8))
                .post("/v1/events")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));

        ConsumerRecord<byte[], byte[]> record = only("modes-binary");
        assertThat(header(record, "ce_source")).isEqualTo("/shop/客");
        assertThat(new String(record.key(), UTF_8)).isEqualTo("modes-binary:p:v-1");
        assertThat(value(record)).isEqualTo("{\"pages\":3}");
    }

    @Test
    void storesWhatIsGoodInABatchAndSaysWhatIsNot() {
        String batch = "["
                + String.join(
                        ",",
                        Events.message("c-1", "one"),
                        Events.event("conversation.started", "c-2", "{\"scene\":\"garden\",\"channel\":\"web\"}"),
                        "{\"broken\":}",
                        Events.event("conversation.dreamt", "c-2", "{}"),
                        Events.message("c-1", "two"))
                + "]";

        send("modes-batch", BATCH, batch.getBytes(UTF_8))
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(3))
                .body("results.status", equalTo(List.of("accepted", "rejected", "rejected", "rejected", "accepted")))
                .body("results[1].type", equalTo("urn:deskpulse:problem:invalid-value"))
                .body("results[1].pointer", equalTo("/data/scene"))
                .body("results[2].type", equalTo("urn:deskpulse:problem:malformed-json"))
                .body("results[3].pointer", equalTo("/type"));

        assertThat(Interactions.of("modes-batch").stream().map(Interactions::value))
                .containsExactly(
                        "{\"from\":\"customer\",\"text\":\"one\"}", "{\"from\":\"customer\",\"text\":\"two\"}");
    }

    @Test
    void storesLinesInflated() throws IOException {
        String lines = Events.message("c-1", "one") + "\r\n\n" + Events.message("c-1", "two") + "\n";

        as("modes-lines")
                .contentType(LINES)
                .header("Content-Encoding", "gzip")
                .body(gzip(lines.getBytes(UTF_8)))
                .post("/v1/events")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(2));

        assertThat(Interactions.of("modes-lines")).hasSize(2);
    }

    @Test
    void storesALargeRequestInOrder() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            lines.append(Events.message("c-1", "message " + i)).append('\n');
        }

        send("modes-large", LINES, lines.toString().getBytes(UTF_8))
                .statusCode(200)
                .body("accepted", equalTo(5_000));

        List<ConsumerRecord<byte[], byte[]>> records = Interactions.of("modes-large");
        assertThat(records).hasSize(5_000);
        assertThat(value(records.get(4_999))).contains("message 4999");
    }

    @Test
    void writesAClockToEveryPartition() {
        send(
                        "modes-clock",
                        STRUCTURED,
                        Events.event("clock.advanced", "modes-clock", "{}").getBytes(UTF_8))
                .statusCode(200)
                .body("accepted", equalTo(1));

        assertThat(Interactions.of("modes-clock").stream().map(ConsumerRecord::partition))
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    void masksTextBeforeItIsStored() {
        send(
                        "modes-masked",
                        STRUCTURED,
                        Events.message("c-1", "call 13812345678, or a@b.com").getBytes(UTF_8))
                .statusCode(200);

        assertThat(value(only("modes-masked")))
                .isEqualTo("{\"from\":\"customer\",\"text\":\"call [phone], or [email]\"}");
    }

    @Test
    void leavesTextOfATenantThatWantsNoMasksAsItIs() {
        send(
                        "modes-unmasked",
                        STRUCTURED,
                        Events.message("c-1", "call 13812345678").getBytes(UTF_8))
                .statusCode(200);

        assertThat(value(only("modes-unmasked"))).contains("13812345678");
    }

    @Test
    void storesNothingOfWhatIsOnlyValidated() {
        as("modes-validated")
                .contentType(BATCH)
                .body(("[" + Events.message("c", "one") + ",{}]").getBytes(UTF_8))
                .post("/v1/events:validate")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(1))
                .body("results[1].type", equalTo("urn:deskpulse:problem:missing-field"))
                .body("results[1].pointer", equalTo("/type"));

        assertThat(Interactions.of("modes-validated")).isEmpty();
    }

    private static ConsumerRecord<byte[], byte[]> only(String tenant) {
        List<ConsumerRecord<byte[], byte[]>> records = Interactions.of(tenant);
        assertThat(records).hasSize(1);
        return records.get(0);
    }

    private static ValidatableResponse send(String tenant, String contentType, byte[] body) {
        return as(tenant).contentType(contentType).body(body).post("/v1/events").then();
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }
}
