package io.deskpulse.metrics.folding.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deskpulse.contracts.event.ClockAdvanced;
import io.deskpulse.contracts.event.ConversationReopened;
import io.deskpulse.contracts.event.CostRecorded;
import io.deskpulse.contracts.event.CustomerLinked;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.EventData;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.IncidentClosed;
import io.deskpulse.contracts.event.IncidentKind;
import io.deskpulse.contracts.event.LeadCreated;
import io.deskpulse.contracts.event.VisitEnded;
import io.deskpulse.metrics.folding.Subject;
import io.deskpulse.metrics.folding.SubjectKey;
import io.deskpulse.metrics.folding.cost.CostShard;
import io.deskpulse.metrics.folding.episode.Conversation;
import io.deskpulse.metrics.folding.episode.IdleTimes;
import io.deskpulse.metrics.folding.incident.IncidentLog;
import io.deskpulse.metrics.folding.visit.Visitor;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubjectsByKindTest {
    private final SubjectsByKind subjects = new SubjectsByKind(IdleTimes.DEFAULT);

    private static Event event(EventType type, String subject, EventData data) {
        return new Event("demo", "/test", "1", type, subject, 0, data);
    }

    private void assertBelongsTo(Event event, SubjectKey key, Class<? extends Subject> kind) {
        assertThat(subjects.keyOf(event)).isEqualTo(key);
        Subject subject = subjects.create(key);
        assertThat(subject).isInstanceOf(kind);
        assertThat(subjects.decode(key, subject.encode())).isInstanceOf(kind);
    }

    @Test
    void eventsOfAConversationBelongToIt() {
        Event event = event(EventType.CONVERSATION_REOPENED, "talk", new ConversationReopened());
        assertBelongsTo(event, new SubjectKey("demo", 'c', "talk"), Conversation.class);
    }

    @Test
    void costsBelongToTheConversationTheyNameElseToAShard() {
        CostRecorded named = new CostRecorded(BigDecimal.ONE, "EUR", null, "talk");
        CostRecorded unnamed = new CostRecorded(BigDecimal.ONE, "EUR", null, null);
        Event shard = event(EventType.COST_RECORDED, "model", unnamed);

        assertBelongsTo(
                event(EventType.COST_RECORDED, "model", named),
                new SubjectKey("demo", 'c', "talk"),
                Conversation.class);
        assertBelongsTo(shard, new SubjectKey("demo", 'k', CostShard.idOf(shard)), CostShard.class);
    }

    @Test
    void visitsBelongToTheirVisitor() {
        Event event = event(EventType.VISIT_ENDED, "visitor", new VisitEnded(1, 1.0));
        assertBelongsTo(event, new SubjectKey("demo", 'v', "visitor"), Visitor.class);
    }

    @Test
    void allIncidentsOfATenantBelongTogether() {
        Event event = event(EventType.INCIDENT_CLOSED, "outage", new IncidentClosed("bot", IncidentKind.SLOW));
        assertBelongsTo(event, new SubjectKey("demo", 'i', ""), IncidentLog.class);
    }

    @Test
    void whatIsNotCountedHereBelongsToNothing() {
        assertThat(subjects.keyOf(event(EventType.CLOCK_ADVANCED, "demo", new ClockAdvanced())))
                .isNull();
        assertThat(subjects.keyOf(event(EventType.CUSTOMER_LINKED, "v", new CustomerLinked("c"))))
                .isNull();
        assertThat(subjects.keyOf(event(EventType.LEAD_CREATED, "v", new LeadCreated(null, "lead"))))
                .isNull();
    }

    @Test
    void anUnknownKindIsNamed() {
        assertThatThrownBy(() -> subjects.create(new SubjectKey("demo", 'z', "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'z'");
    }

    @Test
    void idleTimesMustBePositive() {
        assertThatThrownBy(() -> new IdleTimes(Duration.ZERO, Map.of())).hasMessageContaining("otherwise");
        assertThatThrownBy(() -> new IdleTimes(Duration.ofMinutes(1), Map.of("sms", Duration.ofMinutes(-1))))
                .hasMessageContaining("sms");
    }
}
