package io.deskpulse.simulator.desk;

import io.deskpulse.contracts.event.EscalationReason;
import io.deskpulse.contracts.event.IncidentKind;
import io.deskpulse.simulator.dialogue.Line;
import io.deskpulse.simulator.dialogue.LineKind;
import io.deskpulse.simulator.random.Dice;
import io.deskpulse.simulator.shop.BotVariant;
import io.deskpulse.simulator.shop.Incident;
import io.deskpulse.simulator.shop.Incidents;

/** What a bot makes of a conversation. */
final class BotShift {
    /** How it comes out for the customer. */
    enum Result {
        SOLVED,
        UNSOLVED,
        LEFT,
        HANDED_OVER
    }

    private final BotVariant bot;
    private final Incidents incidents;

    BotShift(BotVariant bot, Incidents incidents) {
        this.bot = bot;
        this.incidents = incidents;
    }

    Result serve(Chat chat) {
        Dice dice = chat.dice();
        int questions = 1 + dice.below(3);
        Line question = chat.line(LineKind.OPENING);
        for (int asked = 0; asked < questions; asked++) {
            Result early = ask(chat, question);
            if (early != null) {
                return early;
            }
            chat.think(22);
            question = chat.line(dice.chance(0.03) ? LineKind.CONTACT : LineKind.FOLLOW_UP);
        }
        return dice.chance(bot.solvedShare()) ? Result.SOLVED : Result.UNSOLVED;
    }

    /** One question until it is answered; null when it is. */
    private Result ask(Chat chat, Line question) {
        Dice dice = chat.dice();
        for (int failures = 1; ; failures++) {
            chat.customerSays(question);
            Incident incident = incidents.openAt(chat.now());
            if (isDown(incident) && dice.chance(0.5)) {
                chat.pass(dice.between(60, 300));
                chat.cheer(-0.4);
                return Result.LEFT;
            }
            chat.pass(responseSeconds(dice, incident));
            if (!dice.chance(failureShare(chat, incident))) {
                chat.botAnswers();
                chat.cheer(0.12);
                return isForPeople(chat) ? Result.HANDED_OVER : null;
            }
            chat.botFails();
            chat.cheer(-dice.between(0.2, 0.4));
            Result end = afterFailure(chat, failures);
            if (end != null) {
                return end;
            }
            chat.think(9);
            if (dice.chance(0.4)) {
                question = chat.line(LineKind.OPENING);
            }
        }
    }

    /** The customer gives up or is handed over; null when they ask again. */
    private static Result afterFailure(Chat chat, int failures) {
        Dice dice = chat.dice();
        if (dice.chance(0.1)) {
            return Result.LEFT;
        }
        if (failures < 3 && !dice.chance(0.3 * failures)) {
            return null;
        }
        chat.think(6);
        if (failures >= 3) {
            chat.escalate(EscalationReason.REPEATED, null);
        } else if (chat.mood() < -0.5) {
            chat.customerSays(chat.line(LineKind.ANGER));
            chat.escalate(EscalationReason.SENTIMENT, "care");
        } else if (dice.chance(0.6)) {
            chat.customerSays(chat.line(LineKind.WANTS_HUMAN));
            chat.escalate(EscalationReason.REQUESTED, null);
        } else {
            chat.escalate(EscalationReason.UNRESOLVED, null);
        }
        return Result.HANDED_OVER;
    }

    /** Some matters a bot may not settle, and now and then its quota is used up. */
    private static boolean isForPeople(Chat chat) {
        if (chat.topic().difficulty() > 1 && chat.dice().chance(0.02)) {
            chat.escalate(EscalationReason.POLICY, "refunds");
            return true;
        }
        if (chat.dice().chance(0.003)) {
            chat.escalate(EscalationReason.LIMIT, null);
            return true;
        }
        return false;
    }

    private double failureShare(Chat chat, Incident incident) {
        double share = bot.fallbackShare() * chat.topic().difficulty();
        return Math.min(0.9, incident == null ? share : isDown(incident) ? 0.8 : share + 0.15);
    }

    private double responseSeconds(Dice dice, Incident incident) {
        double usual = dice.around(bot.seconds(), 0.45);
        return incident == null ? usual : usual + dice.between(5, 40);
    }

    private static boolean isDown(Incident incident) {
        return incident != null && incident.kind() != IncidentKind.SLOW;
    }
}
