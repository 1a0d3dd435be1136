package io.deskpulse.metrics.folding.episode;

import io.deskpulse.catalogue.cell.Dimensions;
import io.deskpulse.contracts.event.ConversationStarted;
import io.deskpulse.metrics.folding.state.StateReader;
import io.deskpulse.metrics.folding.state.StateWriter;

/** What {@code conversation.started} says of an episode, or that nothing has said it. Immutable but for a memo. */
final class Attributes {
    /** Nothing is known: no {@code conversation.started} has come. */
    static final Attributes UNKNOWN = new Attributes(false, false, new String[9]);

    private static final int UNTOLD = 0;
    private static final int TOLD = 1;
    private static final int TEST = 2;

    private final boolean told;
    private final boolean test;
    /** Channel, scene, language, variant, campaign, segment, region; then customer and visitor. */
    private final String[] values;

    private Dimensions dimensions;

    private Attributes(boolean told, boolean test, String[] values) {
        this.told = told;
        this.test = test;
        this.values = values;
    }

    static Attributes of(ConversationStarted started) {
        return new Attributes(true, started.test(), new String[] {
            started.channel(),
            started.scene().wire(),
            started.language(),
            started.variant(),
            started.campaign(),
            started.segment(),
            started.region(),
            started.customer(),
            started.visitor()
        });
    }

    /** Whether a {@code conversation.started} has come. */
    boolean told() {
        return told;
    }

    /** Whether the conversation is left out of every metric. */
    boolean test() {
        return test;
    }

    /** Or null. */
    String channel() {
        return values[0];
    }

    /** Or null. */
    String customer() {
        return values[7];
    }

    /** Or null. */
    String visitor() {
        return values[8];
    }

    /** The dimensions of what is filed while the episode is open: handler and topic are not known yet. */
    Dimensions dimensions() {
        if (dimensions == null) {
            dimensions = told ? dimensions(null, null) : Dimensions.UNKNOWN;
        }
        return dimensions;
    }

    /** The dimensions of what is filed at the close or later. */
    Dimensions dimensions(String handler, String topic) {
        return Dimensions.of(
                values[0], values[1], values[2], values[3], values[4], values[5], values[6], handler, topic);
    }

    void write(StateWriter writer) {
        if (!told) {
            writer.writeByte(UNTOLD);
            return;
        }
        writer.writeByte(test ? TEST : TOLD);
        for (String value : values) {
            writer.writeText(value);
        }
    }

    static Attributes read(StateReader reader) {
        int kind = reader.readByte();
        if (kind == UNTOLD) {
            return UNKNOWN;
        }
        String[] values = new String[9];
        for (int i = 0; i < values.length; i++) {
            values[i] = reader.readText();
        }
        return new Attributes(true, kind == TEST, values);
    }
}
