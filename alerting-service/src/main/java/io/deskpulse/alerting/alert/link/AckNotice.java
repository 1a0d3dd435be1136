package io.deskpulse.alerting.alert.link;

/** What is told to someone who came by a link, in English and in Chinese. */
public enum AckNotice {
    OPEN(
            "Take care of this alert?",
            "Nobody is paged any further for it, until it is over.",
            "处理此告警？",
            "确认后，在告警结束前不再继续呼叫其他人。"),
    ACKNOWLEDGED(
            "Somebody takes care of it",
            "The alert is acknowledged. You can close this page.",
            "已有人处理",
            "告警已确认，您可以关闭此页面。"),
    OVER("This alert is over", "There is nothing left to take care of.", "告警已结束", "已无需处理。"),
    CHANGED(
            "This link is not complete",
            "Please open it again from the message you received, or copy all of it.",
            "链接不完整",
            "请从您收到的消息中重新打开，或完整复制链接。"),
    UNAVAILABLE(
            "Please try again in a moment",
            "This cannot be done right now. Your link stays valid.",
            "请稍后再试",
            "暂时无法处理，您的链接仍然有效。");

    private final Words english;
    private final Words chinese;

    /** A heading and a sentence or two. */
    record Words(String title, String text) {}

    AckNotice(String title, String text, String chineseTitle, String chineseText) {
        this.english = new Words(title, text);
        this.chinese = new Words(chineseTitle, chineseText);
    }

    Words in(boolean inChinese) {
        return inChinese ? chinese : english;
    }
}
