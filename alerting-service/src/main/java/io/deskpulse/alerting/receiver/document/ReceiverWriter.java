package io.deskpulse.alerting.receiver.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.receiver.Receiver;
import io.deskpulse.alerting.receiver.Settings;
import io.deskpulse.alerting.receiver.Texts;

/** Writes receivers as JSON; of secrets it tells whether they are set. Stateless. */
public final class ReceiverWriter {
    private ReceiverWriter() {}

    /** As it is shown, and as audits keep it. */
    public static ObjectNode write(Receiver receiver) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", receiver.id());
        json.setAll(document(receiver));
        ObjectNode secrets = json.putObject("secrets");
        receiver.kind().secrets().forEach(name -> secrets.putObject(name)
                .put("set", receiver.secrets().contains(name)));
        json.put("revision", receiver.revision());
        json.put("changedAt", receiver.changedAt().toString());
        return json;
    }

    /** What {@link ReceiverReader} reads. */
    public static ObjectNode document(Receiver receiver) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", receiver.kind().wire());
        json.put("language", receiver.language());
        json.set("settings", settings(receiver.settings()));
        Texts texts = receiver.texts();
        if (!texts.equals(Texts.OURS)) {
            ObjectNode own = json.putObject("texts");
            texts.title().ifPresent(title -> own.put("title", title));
            texts.body().ifPresent(body -> own.put("body", body));
        }
        receiver.limit().ifPresent(limit -> json.putObject("limit")
                .put("count", limit.count())
                .put("per", limit.per().toString()));
        return json;
    }

    private static ObjectNode settings(Settings settings) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (!settings.address().isEmpty()) {
            json.put("url", settings.address());
        }
        if (settings instanceof Settings.Webhook webhook) {
            json.put("maxAlerts", webhook.maxAlerts());
        }
        if (settings instanceof Settings.Alertmanager alertmanager) {
            json.put("validFor", alertmanager.validFor().toString());
        }
        if (settings instanceof Settings.Email email) {
            ArrayNode to = json.putArray("to");
            email.to().forEach(to::add);
        }
        return json;
    }
}
