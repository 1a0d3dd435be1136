package io.deskpulse.survey.offer;

import io.deskpulse.survey.definition.Dimension;
import io.deskpulse.survey.episode.Episode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whom something is offered to, and where. The values are those of docs/reference/events.md, since events carry them.
 *
 * @param conversation an id; or null. With one, the survey is offered once in it
 * @param customer an id; or null
 * @param channel a dimension value; or null
 * @param language BCP 47 tag of the language that is wanted; or null for the survey's default
 */
public record Context(String conversation, String customer, String channel, String language) {
    private static final Pattern ID = printable(128);
    private static final Pattern DIMENSION = printable(64);
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

    /** The name of a member that cannot be used, or empty. */
    public Optional<String> fault() {
        if (!fits(conversation, ID)) {
            return Optional.of("conversation");
        }
        if (!fits(customer, ID)) {
            return Optional.of("customer");
        }
        if (!fits(channel, DIMENSION) || channel != null && channel.isBlank()) {
            return Optional.of("channel");
        }
        return fits(language, LANGUAGE) && (language == null || language.length() <= 64)
                ? Optional.empty()
                : Optional.of("language");
    }

    /** The same in another language. */
    Context speaking(String other) {
        return new Context(conversation, customer, channel, other);
    }

    /** The same, with what an episode knows of person and place where nothing was said. */
    Context completedBy(Optional<Episode> episode) {
        return episode.map(known -> new Context(
                        conversation != null ? conversation : known.conversation(),
                        customer != null ? customer : known.customer(),
                        channel != null ? channel : known.values().get(Dimension.CHANNEL),
                        language != null ? language : known.values().get(Dimension.LANGUAGE)))
                .orElse(this);
    }

    private static boolean fits(String value, Pattern pattern) {
        return value == null || pattern.matcher(value).matches();
    }

    private static Pattern printable(int longest) {
        return Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]{1," + longest + "}");
    }
}
