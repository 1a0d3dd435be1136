package io.deskpulse.survey.definition;

import java.util.regex.Pattern;

/**
 * How a survey looks.
 *
 * @param accent the colour of buttons and chosen points
 * @param background the colour behind the text
 * @param text the colour of the text
 * @param position where it stands on a page
 */
public record Look(String accent, String background, String text, Position position) {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    /** The look of a survey that says nothing about it. */
    public static final Look STANDARD = new Look("#1f6feb", "#ffffff", "#1b1f24", Position.BOTTOM_RIGHT);

    /** A place on a page. */
    public enum Position {
        BOTTOM_RIGHT("bottom-right"),
        BOTTOM_LEFT("bottom-left"),
        CENTRE("centre"),
        INLINE("inline");

        private final String wire;

        Position(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }
    }

    public Look {
        check("/accent", accent);
        check("/background", background);
        check("/text", text);
    }

    private static void check(String pointer, String colour) {
        if (!COLOUR.matcher(colour).matches()) {
            throw new InvalidSurvey(pointer, "Send a colour as #rrggbb.");
        }
    }
}
