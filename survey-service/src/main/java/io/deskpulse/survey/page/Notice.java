package io.deskpulse.survey.page;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;

/** What is told to someone who came by a link. */
public enum Notice {
    CHANGED(
            "This link is not complete",
            "Please open it again from the message you received, or copy all of it.",
            "链接不完整",
            "请从您收到的消息中重新打开，或完整复制链接。"),
    UNKNOWN("This survey is no longer there", "There is nothing to answer any more.", "问卷已不存在", "已没有需要回答的内容。"),
    EXPIRED(
            "This survey has ended",
            "The time for answering is over. Thank you for coming by.",
            "问卷已结束",
            "回答时间已过，感谢您的关注。"),
    USED(
            "You have answered already",
            "Your answers are with us. Each link can be used once. Thank you!",
            "您已回答过",
            "我们已收到您的回答，每个链接只能使用一次。谢谢！"),
    UNAVAILABLE(
            "Please try again in a moment",
            "This page cannot be shown right now. Your link stays valid.",
            "请稍后再试",
            "页面暂时无法显示，您的链接仍然有效。"),
    UNSUBSCRIBE(
            "Shall we stop asking you?",
            "We will not send you surveys by this means any more.",
            "不再询问您？",
            "我们将不再通过此方式向您发送问卷。"),
    UNSUBSCRIBED(
            "We will not ask you again",
            "You get no more surveys by this means. You can close this page.",
            "我们不会再询问您",
            "您不会再通过此方式收到问卷，可以关闭此页面。"),
    OPEN(
            "A survey is waiting for you",
            "This installation has no page for answering it yet. Please use the chat window you came from.",
            "有一份问卷等待您的回答",
            "此系统尚未提供回答页面，请使用您原来的聊天窗口。");

    private final Map<Tongue, Words> words = new EnumMap<>(Tongue.class);

    /** A heading and a sentence or two. */
    record Words(String title, String text) {}

    Notice(String title, String text, String chineseTitle, String chineseText) {
        words.put(Tongue.EN, new Words(title, text));
        words.put(Tongue.ZH_CN, new Words(chineseTitle, chineseText));
    }

    Words in(Tongue tongue) {
        return requireNonNull(words.get(tongue));
    }
}
