package io.deskpulse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.endtoend.deployment.Deployment;
import io.deskpulse.endtoend.deployment.Log;
import io.deskpulse.endtoend.deployment.Meters;
import io.deskpulse.endtoend.deployment.RawEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the metrics-service tells about itself adds up (docs/reference/exactly-once.md). */
class MetersIT {
    private static final String TENANT = "meters";
    private static final int POISON = 7;
    private final Deployment deployment = Deployment.get();

    @Test
    void everyRecordReadIsCountedADuplicatePoisonOrSkipped() {
        Dataset unruly = Dataset.unruly(50);
        List<JsonNode> leads = leads(unruly, 5);
        Meters before = Meters.of(deployment.metrics());
        long logBefore = Log.length(deployment, "interactions");

        writePoison();
        new Replay(TENANT).play(unruly.events()).play(unruly.events()).play(leads);

        long written = Log.length(deployment, "interactions") - logBefore;
        await("every record to be told").atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            Meters after = Meters.of(deployment.metrics());
            assertThat(grown(before, after, "deskpulse_metrics_records_total", ""))
                    .isEqualTo(written);
            assertThat(events(before, after, "")).isEqualTo(written);
            assertThat(events(before, after, "poison")).isEqualTo(POISON);
            assertThat(events(before, after, "skipped")).isEqualTo(leads.size());
            // the declared clock of the second replay is another record and no new fact
            assertThat(events(before, after, "duplicate"))
                    .isGreaterThanOrEqualTo(2L * unruly.events().size() - different(unruly));
            assertThat(events(before, after, "counted")).isGreaterThanOrEqualTo(different(unruly));
        });
    }

    private void writePoison() {
        try (RawEvents raw = new RawEvents(deployment, TENANT)) {
            for (int i = 0; i < POISON; i++) {
                raw.write(raw.event("conversation.message"), "{\"from\":\"parrot\"}");
            }
        }
    }

    /** Events that no metric needs yet. */
    private static List<JsonNode> leads(Dataset dataset, int number) {
        Story story = new Story("/meters", Instant.ofEpochMilli(dataset.days().from()));
        for (int i = 0; i < number; i++) {
            story.about("visitor-" + i).at(i).tell("lead.created", "goal", "newsletter");
        }
        return story.events();
    }

    private static long different(Dataset dataset) {
        Set<String> ids = new HashSet<>();
        dataset.events()
                .forEach(event -> ids.add(
                        event.get("source").asText() + " " + event.get("id").asText()));
        return ids.size();
    }

    private static long events(Meters before, Meters after, String result) {
        return grown(before, after, "deskpulse_metrics_events_total", result);
    }

    private static long grown(Meters before, Meters after, String name, String labels) {
        return Math.round(after.sum(name, labels) - before.sum(name, labels));
    }
}
