package io.deskpulse.simulator.desk;

import io.deskpulse.simulator.dialogue.LineKind;
import io.deskpulse.simulator.random.Dice;
import io.deskpulse.simulator.shop.Rhythm;

/** What a person of the service team makes of a conversation. */
final class AgentShift {
    private static final int AGENTS = 24;
    private static final double SOLVED = 0.9;

    private long tookOver;

    /** Waits for an agent and lets them work. */
    BotShift.Result serve(Chat chat) {
        Dice dice = chat.dice();
        boolean night = Rhythm.isNight(chat.now());
        if (dice.chance(night ? 0.25 : 0.07)) {
            chat.pass(dice.between(180, 900));
            return BotShift.Result.LEFT;
        }
        // Beyond 20 minutes a chat would be idle, and somebody looks before that.
        chat.pass(Math.min(1_200, dice.around(night ? 140 : 42, 0.8)) * (chat.isMail() ? 15 : 1));
        tookOver = chat.now();
        String agent = "agent-" + (1 + dice.below(AGENTS));
        chat.agentSays(agent, LineKind.TAKEOVER);
        if (dice.chance(0.15)) {
            chat.pass(dice.between(5, 30));
            chat.agentNotes(agent);
        }
        answer(chat, agent);
        return dice.chance(SOLVED) ? BotShift.Result.SOLVED : BotShift.Result.UNSOLVED;
    }

    private static void answer(Chat chat, String agent) {
        int answers = 1 + chat.dice().below(3);
        for (int i = 0; i < answers; i++) {
            if (i > 0) {
                chat.think(25);
                chat.customerSays(chat.line(LineKind.FOLLOW_UP));
            }
            chat.think(35);
            chat.agentSays(agent, LineKind.HUMAN_ANSWER);
            chat.cheer(0.22);
        }
    }

    /** How long the agent has worked on it, in seconds; 0 when none came. */
    long seconds(Chat chat) {
        return tookOver == 0 ? 0 : (chat.now() - tookOver) / 1000;
    }
}
