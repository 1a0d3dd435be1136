package io.deskpulse.localstack.alert;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What the demo tenant watches; made once, and left as people change it. */
public final class DemoAlerts {

    private static final int THERE_ALREADY = 409;
    private static final int CHANGED_MEANWHILE = 412;

    private final JsonApi alerting;

    public DemoAlerts(JsonApi alerting) {
        this.alerting = alerting;
    }

    /** Throws {@link AlertTrialFailed} where the service takes something of it not. */
    public void make() {
        for (JsonNode rule : List.of(Documents.demoRule(), Documents.demoAlways())) {
            take(alerting.post("/v1/rules", rule));
        }
        take(alerting.put("/v1/conversation-rules", 0, Documents.demoConversations()));
    }

    private static void take(JsonApi.Answer answer) {
        if (answer.status() != THERE_ALREADY && answer.status() != CHANGED_MEANWHILE) {
            answer.good();
        }
    }
}
