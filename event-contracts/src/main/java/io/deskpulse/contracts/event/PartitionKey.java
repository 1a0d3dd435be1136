package io.deskpulse.contracts.event;

import java.nio.charset.StandardCharsets;

/** Which events share a partition: the record keys of docs/decisions/0006. Stateless. */
public final class PartitionKey {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private PartitionKey() {}

    /** Whether the event goes to each partition rather than to one. */
    public static boolean everyPartition(EventType type) {
        return type == EventType.CLOCK_ADVANCED;
    }

    /** The record key of the event. */
    public static byte[] of(Event event) {
        return textOf(event).getBytes(StandardCharsets.UTF_8);
    }

    private static String textOf(Event event) {
        String tenant = event.tenant();
        EventData data = event.data();
        if (data instanceof ConversationData) {
            return tenant + ":c:" + event.subject();
        }
        if (data instanceof SurveyData survey) {
            return tenant + (aboutConversation(event.subject(), survey) ? ":c:" : ":p:") + event.subject();
        }
        if (data instanceof CostRecorded cost) {
            return cost.conversation() == null ? tenant + ":k:" + hash(event) : tenant + ":c:" + cost.conversation();
        }
        if (data instanceof IncidentData) {
            return tenant + ":i:";
        }
        return data instanceof ClockAdvanced ? tenant + ":t:" : tenant + ":p:" + event.subject();
    }

    /** The subject of a survey event is its conversation, else its customer, else its offer. */
    private static boolean aboutConversation(String subject, SurveyData survey) {
        return !subject.equals(survey.offer()) && !subject.equals(customerOf(survey));
    }

    private static String customerOf(SurveyData survey) {
        if (survey instanceof SurveyAnswered answered) {
            return answered.customer();
        }
        if (survey instanceof SurveyOffered offered) {
            return offered.customer();
        }
        if (survey instanceof SurveyShown shown) {
            return shown.customer();
        }
        return ((SurveyFinished) survey).customer();
    }

    /** FNV-1a over source and id: the same for a retry, wherever it is computed. */
    private static String hash(Event event) {
        long hash = mix(mix(FNV_OFFSET, event.source()) * FNV_PRIME, event.id());
        return Long.toHexString(hash);
    }

    private static long mix(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
