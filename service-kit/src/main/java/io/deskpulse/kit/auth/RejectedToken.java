package io.deskpulse.kit.auth;

import io.smallrye.jwt.auth.principal.ParseException;

/** A token that is not believed. The message says why in a sentence for the caller, and never repeats the token. */
public final class RejectedToken extends ParseException {
    private static final long serialVersionUID = 1L;

    RejectedToken(String reason) {
        super(reason);
    }

    RejectedToken(String reason, Throwable cause) {
        super(reason, cause);
    }
}
