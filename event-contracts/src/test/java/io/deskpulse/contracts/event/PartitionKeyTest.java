package io.deskpulse.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PartitionKeyTest {
    @Test
    void keepsAConversationTogetherWithItsCostsAndSurveys() {
        assertThat(key("c-1", new ConversationReopened(), EventType.CONVERSATION_REOPENED))
                .isEqualTo("demo:c:c-1");
        assertThat(key("model", cost("c-1"), EventType.COST_RECORDED)).isEqualTo("demo:c:c-1");
        assertThat(key("c-1", offered("k-7"), EventType.SURVEY_OFFERED)).isEqualTo("demo:c:c-1");
    }

    @Test
    void keepsWhatAPersonDoesTogether() {
        assertThat(key("v-9", new VisitEnded(1, 1.0), EventType.VISIT_ENDED)).isEqualTo("demo:p:v-9");
        assertThat(key("v-9", new CustomerLinked("k-7"), EventType.CUSTOMER_LINKED))
                .isEqualTo("demo:p:v-9");
        assertThat(key("k-7", new LeadCreated(null, "lead"), EventType.LEAD_CREATED))
                .isEqualTo("demo:p:k-7");
        assertThat(key("k-7", offered("k-7"), EventType.SURVEY_OFFERED)).isEqualTo("demo:p:k-7");
        assertThat(key("o-1", offered(null), EventType.SURVEY_OFFERED)).isEqualTo("demo:p:o-1");
    }

    @Test
    void keepsAllIncidentsOfATenantTogether() {
        assertThat(key("i-1", new IncidentOpened("bot", IncidentKind.SLOW), EventType.INCIDENT_OPENED))
                .isEqualTo(key("i-2", new IncidentClosed("web", IncidentKind.SLOW), EventType.INCIDENT_CLOSED));
    }

    @Test
    void spreadsCostsWithoutConversationButPutsARetryWithItsFirst() {
        Event one = new Event("demo", "/billing", "1", EventType.COST_RECORDED, "model", 0, cost(null));
        Event other = new Event("demo", "/billing", "2", EventType.COST_RECORDED, "model", 0, cost(null));

        assertThat(PartitionKey.of(one)).isEqualTo(PartitionKey.of(one)).isNotEqualTo(PartitionKey.of(other));
        assertThat(new String(PartitionKey.of(one), UTF_8)).startsWith("demo:k:");
    }

    @Test
    void sendsOnlyTheClockEverywhere() {
        for (EventType type : EventType.values()) {
            assertThat(PartitionKey.everyPartition(type)).isEqualTo(type == EventType.CLOCK_ADVANCED);
        }
    }

    private static CostRecorded cost(String conversation) {
        return new CostRecorded(BigDecimal.ONE, "EUR", null, conversation);
    }

    private static SurveyOffered offered(String customer) {
        return new SurveyOffered("s-1", 1, "o-1", null, null, null, customer);
    }

    private static String key(String subject, EventData data, EventType type) {
        return new String(PartitionKey.of(new Event("demo", "/s", "1", type, subject, 0, data)), UTF_8);
    }
}
