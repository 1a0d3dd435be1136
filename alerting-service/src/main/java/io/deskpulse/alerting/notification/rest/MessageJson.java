package io.deskpulse.alerting.notification.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.alerting.notification.Sentence;
import io.deskpulse.alerting.notification.Sentences;

/** A reason in words. Stateless. */
final class MessageJson {
    private MessageJson() {}

    static ObjectNode of(String reason) {
        Sentence sentence = Sentences.of(reason);
        return JsonNodeFactory.instance
                .objectNode()
                .put("en", sentence.english())
                .put("zh-CN", sentence.chinese());
    }
}
