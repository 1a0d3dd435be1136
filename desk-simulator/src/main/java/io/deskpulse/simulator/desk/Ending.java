package io.deskpulse.simulator.desk;

import io.deskpulse.contracts.event.EndReason;
import io.deskpulse.contracts.event.Party;
import io.deskpulse.simulator.dialogue.LineKind;
import io.deskpulse.simulator.random.Dice;

/** How a conversation stops: thanked for, ended, broken off, or simply silent. */
final class Ending {
    private Ending() {}

    /** @return whether it was ended, rather than left silent */
    static boolean of(Chat chat, BotShift.Result result, Party lastServer) {
        return switch (result) {
            case SOLVED -> solved(chat, lastServer);
            case UNSOLVED -> unsolved(chat);
            case LEFT -> left(chat);
            case HANDED_OVER -> throw new IllegalArgumentException("handed over is no end");
        };
    }

    private static boolean solved(Chat chat, Party by) {
        Dice dice = chat.dice();
        boolean thanked = dice.chance(0.55);
        if (thanked) {
            chat.cheer(0.35);
            chat.think(14);
            chat.customerSays(chat.line(LineKind.THANKS));
        }
        if (dice.chance(0.7)) {
            chat.pass(dice.between(1, 8));
            chat.resolve(by, thanked && dice.chance(0.6));
        }
        if (by == Party.BOT && dice.chance(0.35)) {
            chat.pass(dice.between(0.5, 1.5));
            chat.botSays(LineKind.GOODBYE);
        }
        if (dice.chance(0.15)) {
            return false;
        }
        chat.pass(dice.between(3, 60));
        chat.end(
                dice.chance(0.85) ? EndReason.COMPLETED : EndReason.CLOSED, dice.chance(0.3) ? null : dice.chance(0.9));
        return true;
    }

    private static boolean unsolved(Chat chat) {
        Dice dice = chat.dice();
        chat.cheer(-0.3);
        if (dice.chance(0.4)) {
            chat.think(20);
            chat.customerSays(chat.line(LineKind.ANGER));
        }
        if (dice.chance(0.5)) {
            return false;
        }
        chat.pass(dice.between(30, 300));
        boolean abandoned = dice.chance(0.6);
        chat.end(abandoned ? EndReason.ABANDONED : EndReason.CLOSED, abandoned ? null : Boolean.FALSE);
        return true;
    }

    private static boolean left(Chat chat) {
        if (chat.dice().chance(0.5)) {
            return false;
        }
        chat.pass(chat.dice().between(60, 600));
        chat.end(EndReason.ABANDONED, null);
        return true;
    }
}
