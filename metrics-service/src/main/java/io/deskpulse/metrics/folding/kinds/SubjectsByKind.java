package io.deskpulse.metrics.folding.kinds;

import io.deskpulse.contracts.event.ConversationData;
import io.deskpulse.contracts.event.CostRecorded;
import io.deskpulse.contracts.event.Event;
import io.deskpulse.contracts.event.IncidentData;
import io.deskpulse.contracts.event.SurveyData;
import io.deskpulse.contracts.event.VisitData;
import io.deskpulse.metrics.folding.Subject;
import io.deskpulse.metrics.folding.SubjectKey;
import io.deskpulse.metrics.folding.Subjects;
import io.deskpulse.metrics.folding.cost.CostShard;
import io.deskpulse.metrics.folding.episode.Conversation;
import io.deskpulse.metrics.folding.episode.IdleTimes;
import io.deskpulse.metrics.folding.incident.IncidentLog;
import io.deskpulse.metrics.folding.visit.Visitor;

/** Every kind of subject that is counted. Thread-safe. */
public final class SubjectsByKind implements Subjects {
    /** Conversations, by their id. */
    public static final char CONVERSATION = 'c';
    /** Visitors, by their id. */
    public static final char VISITOR = 'v';
    /** Shards of the costs that name no conversation. */
    public static final char COSTS = 'k';
    /** All incidents of a tenant; its id is empty. */
    public static final char INCIDENTS = 'i';

    private final IdleTimes idleTimes;

    /** Subjects with these idle times. */
    public SubjectsByKind(IdleTimes idleTimes) {
        this.idleTimes = idleTimes;
    }

    @Override
    public SubjectKey keyOf(Event event) {
        // A survey without a conversation is about its customer or itself, and kept as a conversation without episodes.
        if (event.data() instanceof ConversationData || event.data() instanceof SurveyData) {
            return new SubjectKey(event.tenant(), CONVERSATION, event.subject());
        }
        if (event.data() instanceof CostRecorded cost) {
            return cost.conversation() == null
                    ? new SubjectKey(event.tenant(), COSTS, CostShard.idOf(event))
                    : new SubjectKey(event.tenant(), CONVERSATION, cost.conversation());
        }
        if (event.data() instanceof VisitData) {
            return new SubjectKey(event.tenant(), VISITOR, event.subject());
        }
        return event.data() instanceof IncidentData ? new SubjectKey(event.tenant(), INCIDENTS, "") : null;
    }

    @Override
    public Subject create(SubjectKey key) {
        return switch (key.kind()) {
            case CONVERSATION -> new Conversation(key, idleTimes);
            case VISITOR -> new Visitor();
            case COSTS -> new CostShard();
            case INCIDENTS -> new IncidentLog();
            default -> throw unknown(key);
        };
    }

    @Override
    public Subject decode(SubjectKey key, byte[] state) {
        return switch (key.kind()) {
            case CONVERSATION -> Conversation.decode(key, idleTimes, state);
            case VISITOR -> Visitor.decode(state);
            case COSTS -> CostShard.decode(state);
            case INCIDENTS -> IncidentLog.decode(state);
            default -> throw unknown(key);
        };
    }

    private static IllegalArgumentException unknown(SubjectKey key) {
        return new IllegalArgumentException("kind: no subject of kind '" + key.kind() + "'");
    }
}
