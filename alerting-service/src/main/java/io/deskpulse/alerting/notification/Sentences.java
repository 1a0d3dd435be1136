package io.deskpulse.alerting.notification;

import java.util.Map;

/** What the reasons of decisions mean. Stateless. */
public final class Sentences {
    private static final Map<String, Sentence> KNOWN = Map.ofEntries(
            Map.entry("first", new Sentence("The receiver was told of the group for the first time.", "首次通知该组告警。")),
            Map.entry("new-alerts", new Sentence("Further alerts of the group fire.", "组内有新的告警触发。")),
            Map.entry("resolved", new Sentence("Alerts that the receiver knew of have ended.", "接收方已知的告警已恢复。")),
            Map.entry(
                    "repeated",
                    new Sentence("The alerts fire still, and nobody has acknowledged them.", "告警持续触发且无人确认，重复通知。")),
            Map.entry("retried", new Sentence("The receiver could not be told before.", "此前未能送达，再次尝试。")),
            Map.entry("escalated", new Sentence("Nobody has acknowledged; the next step was taken.", "无人确认，升级到下一步。")),
            Map.entry("acknowledged", new Sentence("Somebody has acknowledged.", "已有人确认。")),
            Map.entry(
                    "in-doubt",
                    new Sentence(
                            "Nobody knows whether the receiver was told before; it is told again so that the end can be told.",
                            "此前是否送达未知，再次通知，以便之后告知恢复。")),
            Map.entry("inhibited", new Sentence("Another alert fires that makes this one needless.", "被另一触发中的告警抑制。")),
            Map.entry("mute-time", new Sentence("The route is mute at this time.", "当前处于该路由的静默时段。")),
            Map.entry("inactive-time", new Sentence("The route tells in other times only.", "当前不在该路由的生效时段。")),
            Map.entry("silenced", new Sentence("Somebody has silenced it.", "已被人工静默。")),
            Map.entry(
                    "rerouted",
                    new Sentence("The routing has it in another group since it was changed.", "路由变更后归入其他组。")),
            Map.entry(
                    "not-told",
                    new Sentence("It ended before anybody was told that it fires.", "在任何人收到触发通知之前已恢复，不再通知。")),
            Map.entry(
                    "nobody-on-call",
                    new Sentence("Nobody is on call for this step; the next one was taken.", "该步骤无人值班，转到下一步。")),
            Map.entry(
                    "unknown-policy",
                    new Sentence("The escalation policy of the route does not exist.", "该路由的升级策略不存在。")),
            Map.entry("unknown-receiver", new Sentence("There is no receiver of this id.", "接收方不存在。")));

    private Sentences() {}

    /** What a reason means; reasons of receivers are named. */
    public static Sentence of(String reason) {
        return KNOWN.getOrDefault(
                reason, new Sentence("The receiver could not be told: " + reason + ".", "未能送达接收方：" + reason + "。"));
    }
}
