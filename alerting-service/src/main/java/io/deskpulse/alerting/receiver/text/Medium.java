package io.deskpulse.alerting.receiver.text;

import java.util.Map;

/**
 * What a text is read in, and so how values stand in it: as what they are, whatever signs they hold. Labels come from conversations; none of
 * them shall make a link, mention a room or end a line.
 */
public enum Medium {
    /** E-mails in plain text, titles. */
    PLAIN(Map.of(), false),
    /** Bodies of e-mails; values also stand in attributes between double quotes. */
    HTML(Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;", '"', "&quot;", '\'', "&#39;"), false),
    /** Slack's mrkdwn, as docs.slack.dev/messaging/formatting-message-text has it. */
    SLACK(Map.of('&', "&amp;", '<', "&lt;", '>', "&gt;"), true),
    /** What DingTalk, Feishu and WeCom call markdown. None says how to escape in it: tags, links and mentions are broken, nothing else is. */
    MARKDOWN(Map.of('<', "&lt;", '>', "&gt;"), true);

    /** Breaks a mention or a link, and is not seen. */
    private static final String ZERO_WIDTH_SPACE = "\u200b";

    private final Map<Character, String> entities;
    private final boolean chat;

    Medium(Map<Character, String> entities, boolean chat) {
        this.entities = entities;
        this.chat = chat;
    }

    /** A value as it stands in a text. */
    public String value(String text) {
        StringBuilder value = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            value.append(Character.isISOControl(sign) ? " " : entities.getOrDefault(sign, String.valueOf(sign)));
            boolean link = this == MARKDOWN && sign == ']' && i + 1 < text.length() && text.charAt(i + 1) == '(';
            if (chat && (sign == '@' || link)) {
                value.append(ZERO_WIDTH_SPACE);
            }
        }
        return value.toString();
    }

    /** An address as it stands in a text, where a link has it; empty text where it is none of the web. */
    public String address(String url) {
        if (!url.startsWith("https://") && !url.startsWith("http://")) {
            return "";
        }
        StringBuilder address = new StringBuilder(url.length());
        url.codePoints().forEach(point -> {
            if (point <= ' ' || "<>|()[]\"'\\`".indexOf(point) >= 0) {
                address.append(String.format("%%%02X", point));
            } else {
                address.appendCodePoint(point);
            }
        });
        return this == HTML || this == SLACK ? address.toString().replace("&", "&amp;") : address.toString();
    }
}
