package io.deskpulse.alerting.template;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places for values: {@code {value}}. There is nothing else in it, no condition and no loop, so whatever is rendered ends; what is
 * wrong with one is known when it is parsed. {@code {{} and {@code }}} stand for the signs themselves. Immutable.
 */
public final class Template {
    private static final Pattern PIECE = Pattern.compile("\\{\\{|\\}\\}|\\{([^{}]*)\\}|[{}]");

    private final List<Piece> pieces;

    private Template(List<Piece> pieces) {
        this.pieces = List.copyOf(pieces);
    }

    /** Text as it stands, or the name of a value. */
    private record Piece(String text, boolean value) {}

    /** What became of a text. */
    public sealed interface Parsed {
        /** It can be rendered. */
        record Sound(Template template) implements Parsed {}

        /**
         * It cannot.
         *
         * @param name that there is no value of; null where it is something else
         * @param detail what to do about it
         */
        record Faulty(String name, String detail) implements Parsed {}
    }

    /**
     * Parses a text.
     *
     * @param names of the values that it may hold
     */
    public static Parsed parse(String text, Collection<String> names) {
        List<Piece> pieces = new ArrayList<>();
        Matcher found = PIECE.matcher(text);
        int done = 0;
        while (found.find()) {
            pieces.add(new Piece(text.substring(done, found.start()), false));
            done = found.end();
            String sign = found.group();
            if (found.group(1) != null) {
                String name = found.group(1).strip();
                if (!names.contains(name)) {
                    return new Parsed.Faulty(name, "There is no value {" + name + "} here");
                }
                pieces.add(new Piece(name, true));
            } else if (sign.length() == 2) {
                pieces.add(new Piece(sign.substring(1), false));
            } else {
                return new Parsed.Faulty(null, "A " + sign + " stands alone; write " + sign + sign + " for the sign.");
            }
        }
        pieces.add(new Piece(text.substring(done), false));
        return new Parsed.Sound(new Template(pieces));
    }

    /**
     * The text with its values; empty where one of them is missing, or the text would be too long.
     *
     * @param values by name; null where there is none
     */
    public Optional<String> render(Function<String, String> values, int longest) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            String next = piece.value ? values.apply(piece.text) : piece.text;
            if (next == null || text.length() + next.length() > longest) {
                return Optional.empty();
            }
            text.append(next);
        }
        return Optional.of(text.toString());
    }
}
