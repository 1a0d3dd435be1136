package io.deskpulse.survey;

/** Definitions for tests. */
public final class Definitions {
    /** A csat, a text that is shown to the dissatisfied, a rating and a choice. */
    public static final String AFTER_CHAT =
            """
            {"name": "After the chat", "defaultLanguage": "en",
             "title": {"en": "How did we do?", "zh-CN": "我们的服务怎么样？"},
             "questions": [
               {"id": "csat", "kind": "csat", "points": 5, "required": true, "comment": true,
                "text": {"en": "Satisfied?", "zh": "满意吗？"}},
               {"id": "why", "kind": "text", "required": true, "maxLength": 20,
                "text": {"en": "Why?"}, "showIf": {"question": "csat", "atMost": 2}},
               {"id": "quality", "kind": "rating", "points": 5, "text": {"en": "Rate"},
                "aspects": [{"id": "speed", "text": {"en": "Speed"}}, {"id": "attitude", "text": {"en": "Attitude"}}]},
               {"id": "reason", "kind": "choice", "many": true, "text": {"en": "Reason?"},
                "options": [{"id": "price", "text": {"en": "Price"}}, {"id": "other", "text": {"en": "Other"}}]}],
             "thanks": {"en": "Thank you!", "zh-CN": "谢谢！"}%s}""";

    private Definitions() {}

    /** {@link #AFTER_CHAT} with further members. */
    public static String afterChat(String further) {
        return AFTER_CHAT.formatted(further.isEmpty() ? "" : ", " + further);
    }

    public static String afterChat() {
        return afterChat("");
    }
}
