package io.deskpulse.simulator.desk;

import io.deskpulse.contracts.event.EndReason;
import io.deskpulse.contracts.event.EventType;
import io.deskpulse.contracts.event.Party;
import io.deskpulse.contracts.event.Scene;
import io.deskpulse.simulator.dialogue.LineKind;
import io.deskpulse.simulator.dialogue.Topic;
import io.deskpulse.simulator.event.JsonBytes;
import io.deskpulse.simulator.random.Dice;
import io.deskpulse.simulator.shop.BotVariant;
import io.deskpulse.simulator.shop.Customer;

/** One conversation from the visit before it to the bills after it. */
final class ConversationStory {
    private static final Topic[] TOPICS = Topic.asOftenAsAsked();
    private static final double WITHOUT_BOT = 0.06;
    private static final double TEST = 0.01;

    private final Shop shop;

    ConversationStory(Shop shop) {
        this.shop = shop;
    }

    Timeline tell(long second, int number, long order, Dice dice) {
        String id = shop.id("c", second, number);
        Timeline timeline = new Timeline(dice, id, order);
        Customer customer = shop.customers().any(dice);
        Topic topic = dice.any(TOPICS);
        BotVariant bot = dice.chance(WITHOUT_BOT) ? null : dice.any(BotVariant.V1, BotVariant.V2);
        String campaign = topic.scene() == Scene.PRESALES ? Campaigns.any(dice) : null;
        long begin = second * 1000 + dice.below(1000);
        if (customer.channel().equals("web") || customer.channel().equals("app")) {
            begin = VisitStory.before(timeline, customer, campaign, dice, begin);
        }
        Chat chat = new Chat(id, customer, topic, shop.phrasebook(customer.language()), dice, timeline, begin);
        start(timeline, chat, id, bot, campaign);
        AgentShift agent = new AgentShift();
        converse(chat, bot, agent);
        Bills.write(timeline, chat, id, agent.seconds(chat));
        Purchase.maybe(timeline, chat, id);
        return timeline.close();
    }

    private static void start(Timeline timeline, Chat chat, String id, BotVariant bot, String campaign) {
        Customer customer = chat.customer();
        JsonBytes data = timeline.data()
                .text("channel", customer.channel())
                .text("scene", chat.topic().scene().wire())
                .text("customer", customer.id())
                .text("visitor", customer.visitor())
                .text("language", customer.language().tag())
                .text("variant", bot == null ? null : bot.id())
                .text("campaign", campaign)
                .text("segment", customer.segment())
                .text("region", customer.region());
        if (chat.dice().chance(TEST)) {
            data.flag("test", true);
        }
        timeline.add(EventType.CONVERSATION_STARTED, Sources.CHAT, id, chat.now());
    }

    private void converse(Chat chat, BotVariant bot, AgentShift agent) {
        boolean byBot = bot != null;
        if (byBot && chat.dice().chance(0.6)) {
            chat.pass(chat.dice().between(0.2, 0.6));
            chat.botSays(LineKind.GREETING);
        }
        chat.think(9);
        BotShift.Result result = BotShift.Result.HANDED_OVER;
        if (byBot) {
            result = new BotShift(bot, shop.incidents()).serve(chat);
        } else {
            chat.customerSays(chat.line(LineKind.OPENING));
        }
        if (result == BotShift.Result.HANDED_OVER) {
            byBot = false;
            result = agent.serve(chat);
        }
        boolean ended = Ending.of(chat, result, byBot ? Party.BOT : Party.HUMAN);
        if (ended && chat.dice().chance(result == BotShift.Result.SOLVED ? 0.025 : 0.08)) {
            comeBack(chat, agent);
        }
    }

    /** The customer, or the shop, takes it up again. */
    private static void comeBack(Chat chat, AgentShift agent) {
        Dice dice = chat.dice();
        chat.pass(dice.between(600, 6 * 3600));
        if (dice.chance(0.5)) {
            chat.reopen();
            chat.pass(dice.between(1, 20));
        }
        chat.cheer(-0.2);
        chat.customerSays(chat.line(LineKind.OPENING));
        BotShift.Result result = agent.serve(chat);
        if (result == BotShift.Result.SOLVED) {
            chat.resolve(Party.HUMAN, dice.chance(0.5));
        }
        if (dice.chance(0.8)) {
            chat.pass(dice.between(5, 60));
            chat.end(EndReason.CLOSED, null);
        }
    }
}
