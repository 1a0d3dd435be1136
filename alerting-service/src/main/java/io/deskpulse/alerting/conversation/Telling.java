package io.deskpulse.alerting.conversation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.alerting.alert.Evidence;
import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.alert.Transition;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says what happened in a conversation as the transition of an alert. Thread-safe. */
@Singleton
class Telling {
    private final Clock clock;
    private final Optional<String> link;

    @Inject
    Telling(Clock clock, ConversationSettings settings) {
        this(clock, settings.link());
    }

    /**
     * What to say.
     *
     * @param link where people find a conversation, with {@code {conversation}} in place of its id
     */
    Telling(Clock clock, Optional<String> link) {
        this.clock = clock;
        this.link = link;
    }

    /**
     * It happened.
     *
     * @param value sentiment, times or seconds
     * @param from since when
     * @param at when it was so
     */
    Transition began(Conversation in, Kind kind, Watch watch, long revision, double value, Instant from, Instant at) {
        return new Transition(
                in.tenant(),
                kind.rule(),
                (int) revision,
                labels(in, kind, watch),
                Map.of("conversation", in.id(), "channel", in.channel(), "scene", in.scene(), "handler", in.handler()),
                annotations(in, kind, value),
                links(in),
                State.NORMAL,
                State.FIRING,
                Reason.HAPPENED,
                new Evidence(value, null, null, null, null, null, watch.limit(), null, from, at),
                at,
                clock.instant(),
                Duration.ZERO);
    }

    /** It is over. */
    Transition ended(Transition began, Reason why, Instant at) {
        return new Transition(
                began.tenant(),
                began.rule(),
                began.ruleVersion(),
                began.labels(),
                began.group(),
                began.annotations(),
                began.links(),
                State.FIRING,
                State.NORMAL,
                why,
                began.evidence(),
                at.isBefore(began.at()) ? began.at() : at,
                clock.instant(),
                Duration.ZERO);
    }

    private static Labels labels(Conversation in, Kind kind, Watch watch) {
        Map<String, String> labels = new HashMap<>(watch.labels());
        labels.put(Labels.NAME, kind.rule());
        labels.put(Labels.SEVERITY, watch.severity().name().toLowerCase(Locale.ROOT));
        labels.put("conversation", in.id());
        labels.put("channel", in.channel());
        labels.put("scene", in.scene());
        labels.put("handler", in.handler());
        return Labels.of(labels);
    }

    private Map<String, String> links(Conversation in) {
        return link.map(template ->
                        Map.of("conversation", template.replace("{conversation}", URLEncoder.encode(in.id(), UTF_8))))
                .orElse(Map.of());
    }

    private static Map<String, Map<String, String>> annotations(Conversation in, Kind kind, double value) {
        return switch (kind) {
            case NEGATIVE_EMOTION ->
                said(
                        "The customer's mood has turned negative (%.2f) in conversation %s",
                        "会话 %2$s 中客户情绪转为负面（%1$.2f）",
                        "Have a human look at the conversation and answer.",
                        "请安排人工查看并回复该会话。",
                        value,
                        in.id());
            case REPEATED_QUESTION ->
                said(
                        "The customer has asked the same %.0f times in conversation %s",
                        "会话 %2$s 中客户已重复提问 %1$.0f 次",
                        "The answers do not help: take the conversation over.",
                        "现有回答未能解决问题，请接手该会话。",
                        value,
                        in.id());
            case LONG_WAIT ->
                said(
                        "A customer has waited %.0f s for a human in conversation %s",
                        "会话 %2$s 中客户已等待人工 %1$.0f 秒",
                        "Nobody has answered since the conversation was handed over: take it.",
                        "会话转人工后尚无人回复，请尽快接手。",
                        value,
                        in.id());
        };
    }

    private static Map<String, Map<String, String>> said(
            String summary, String chinese, String description, String chineseDescription, double value, String id) {
        return Map.of(
                "summary",
                Map.of(
                        "en", String.format(Locale.ROOT, summary, value, id),
                        "zh-CN", String.format(Locale.ROOT, chinese, value, id)),
                "description",
                Map.of("en", description, "zh-CN", chineseDescription));
    }
}
