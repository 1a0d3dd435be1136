package io.deskpulse.ingest;

import java.time.Instant;
import java.util.UUID;

/** Structured events as JSON, for tests. */
public final class Events {
    private Events() {}

    /** A message of a conversation, with this text. */
    public static String message(String conversation, String text) {
        return event("conversation.message", conversation, "{\"from\":\"customer\",\"text\":\"" + text + "\"}");
    }

    /** An event of this type, about this subject, with this data. */
    public static String event(String type, String subject, String data) {
        return """
                {"specversion":"1.0","id":"%s","source":"/test","type":"%s","subject":"%s","time":"%s","data":%s}"""
                .formatted(UUID.randomUUID(), type, subject, Instant.now(), data);
    }
}
