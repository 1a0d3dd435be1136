package io.deskpulse.alerting.receiver;

import java.util.Optional;

/**
 * What a tenant wants a receiver to read in place of our texts: templates over data, in the markup of the receiver's kind. Immutable.
 *
 * @param title of a message, subject of an e-mail; one line
 * @param body what stands below
 */
public record Texts(Optional<String> title, Optional<String> body) {
    public static final int LONGEST = 8_192;

    /** Ours. */
    public static final Texts OURS = new Texts(Optional.empty(), Optional.empty());
}
