package io.deskpulse.localstack.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What is put into the alerting-service. Stateless. */
final class Documents {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Documents() {}

    /** Fires when a bot version resolves less than seven of ten of its conversations within a minute. */
    static JsonNode trialRule() {
        return tree(
                """
                {"id": "bad-bot", "name": {"en": "A bot version fails", "zh-CN": "机器人版本异常"},
                 "metric": "resolution_rate", "by": ["variant"], "window": "1m", "slide": "1m", "delay": "0s",
                 "condition": {"type": "threshold", "operator": "<", "limit": 0.7},
                 "for": "0s", "keepFiringFor": "0s", "minSamples": 5, "noData": "keep", "severity": "critical"}""");
    }

    /** Tells of it at once, instead of gathering what else there is. */
    static JsonNode trialRouting() {
        return tree(
                """
                {"route": {"receiver": "default", "groupBy": ["alertname", "variant"],
                           "groupWait": "0s", "groupInterval": "1s", "repeatInterval": "4h"}}""");
    }

    static JsonNode webhook(String url) {
        return tree("{\"kind\": \"webhook\", \"settings\": {\"url\": \"" + url + "\"}}");
    }

    /** The demo's first bot version misses the catalogue's target; a quarter of an hour is enough to see it. */
    static JsonNode demoRule() {
        return tree(
                """
                {"id": "bot-resolution-rate",
                 "name": {"en": "Resolution rate of a bot version below target", "zh-CN": "机器人版本解决率低于目标"},
                 "metric": "resolution_rate", "by": ["variant"], "where": {"variant": ["v1", "v2"]},
                 "window": "15m", "slide": "1m",
                 "condition": {"type": "threshold", "operator": "<", "limit": 0.7, "recovery": 0.72},
                 "for": "1m", "keepFiringFor": "5m", "minSamples": 10, "severity": "warning"}""");
    }

    static JsonNode demoAlways() {
        return tree(
                """
                {"id": "dead-mans-switch", "name": {"en": "Alerting works", "zh-CN": "告警链路正常"},
                 "condition": {"type": "always"}, "severity": "info"}""");
    }

    static JsonNode demoConversations() {
        return tree(
                """
                {"negativeEmotion": {"below": -0.6}, "repeatedQuestion": {"times": 3},
                 "longWait": {"after": "PT5M", "severity": "critical"}}""");
    }

    static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
