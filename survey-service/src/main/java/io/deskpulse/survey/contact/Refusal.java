package io.deskpulse.survey.contact;

import io.deskpulse.survey.offer.Means;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * That somebody is not to be written to by some means. Immutable.
 *
 * @param customer or null where only the address is known
 * @param print of the address (see {@link Addresses#prints}); or null where only the customer is known
 * @param cause for people; whatever looks like an address or a number is left out
 */
public record Refusal(
        UUID id, String tenant, Means means, Kind kind, String customer, String print, String cause, Instant at) {
    private static final int LONGEST_CAUSE = 200;
    private static final Pattern PERSONAL = Pattern.compile("\\S+@\\S+|\\+?[0-9][0-9() -]{5,}[0-9]");

    /** Why not. */
    public enum Kind {
        /** They do not want to: holds for the person, whatever address they have. */
        UNSUBSCRIBED,
        /** Messages do not arrive: holds for the address. */
        UNREACHABLE;

        /** As answers and rows name it. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind ofWire(String wire) {
            return Arrays.stream(values())
                    .filter(kind -> kind.wire().equals(wire))
                    .findFirst()
                    .orElseThrow();
        }
    }

    public Refusal {
        if (customer == null && print == null) {
            throw new IllegalArgumentException("nobody refuses");
        }
        String told = PERSONAL.matcher(cause.replaceAll("\\p{Cntrl}+", " ")).replaceAll("…");
        cause = told.length() > LONGEST_CAUSE ? told.substring(0, LONGEST_CAUSE) : told;
    }
}
