package io.deskpulse.survey.delivery;

import io.deskpulse.survey.page.Tongue;

/**
 * What invitations say where the survey says nothing of its own.
 *
 * @param until stands before the day on which the link ends
 */
public record OurWords(
        String subject,
        String greeting,
        String intro,
        String button,
        String until,
        String personal,
        String unsubscribe,
        String textMessage) {
    private static final OurWords ENGLISH = new OurWords(
            "How did we do?",
            "Hello,",
            "You were in touch with us recently. Would you take a minute to tell us how it went?",
            "Answer now",
            "The link works until",
            "It is meant for you alone and can be used once; please do not pass it on.",
            "Do not ask me again by e-mail",
            "How did we do? Please tell us:");

    private static final OurWords CHINESE = new OurWords(
            "您对我们的服务满意吗？",
            "您好：",
            "您最近联系过我们，能否花一分钟告诉我们您的感受？",
            "立即评价",
            "链接有效期至",
            "此链接仅供您本人使用一次，请勿转发。",
            "不再通过邮件询问我",
            "请评价我们的服务：");

    /** Of this tongue. */
    public static OurWords of(Tongue tongue) {
        return tongue == Tongue.ZH_CN ? CHINESE : ENGLISH;
    }
}
