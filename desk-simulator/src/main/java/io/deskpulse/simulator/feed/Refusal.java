package io.deskpulse.simulator.feed;

/** The service will never take what the feed sends: the token or the address is wrong. The message says so to people. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Refusal(String reason) {
        super("The ingest service refuses: " + reason);
    }
}
