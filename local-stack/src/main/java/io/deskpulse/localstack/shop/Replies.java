package io.deskpulse.localstack.shop;

import java.util.List;
import java.util.Locale;

/** What the shop's bot says to what a customer writes, in two languages. It knows three things, and says so otherwise. */
final class Replies {

    private static final List<Reply> KNOWN = List.of(
            new Reply(
                    "delivery",
                    List.of("where", "order", "deliver", "parcel", "订单", "快递", "物流", "到哪"),
                    "Your lamp left our warehouse this morning and arrives tomorrow before 6 pm.",
                    "您的台灯今天早上已出库，预计明天下午六点前送达。"),
            new Reply(
                    "returns",
                    List.of("return", "refund", "back", "退货", "退款", "退"),
                    "No problem: you have 30 days. I have sent you a return label by e-mail.",
                    "没问题，30 天内可以退货。退货单已发送到您的邮箱。"),
            new Reply(
                    "product",
                    List.of("bulb", "bright", "warm", "dim", "which", "亮", "灯泡", "暖", "推荐"),
                    "Aurora has a warm 2,700 K bulb that you can dim down to 5 %. It suits a bedside best.",
                    "「晨光」配 2700K 暖光灯泡，可调暗至 5%，最适合放在床头。"));

    private static final Reply LOST = new Reply(
            "other",
            List.of(),
            "I am not sure I understood that. Shall I get a colleague?",
            "抱歉，我没太理解您的意思。需要为您转接人工客服吗？");

    /**
     * A reply.
     *
     * @param topic what it is about
     * @param words any of these in the question brings it up
     */
    record Reply(String topic, List<String> words, String english, String chinese) {

        String in(String language) {
            return language.startsWith("zh") ? chinese : english;
        }

        boolean answers() {
            return !words.isEmpty();
        }
    }

    private Replies() {}

    static Reply to(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(reply -> reply.words().stream().anyMatch(lower::contains))
                .findFirst()
                .orElse(LOST);
    }

    static String greeting(String language) {
        return language.startsWith("zh") ? "您好，我是小灯，有什么可以帮您？" : "Hello, I am Lumi. What can I do for you?";
    }

    static String colleague(String language) {
        return language.startsWith("zh")
                ? "您好，我是客服林悦，已经看到您的问题，马上为您处理。"
                : "Hi, this is Maya from the service team. I have read along and will sort it out for you.";
    }
}
