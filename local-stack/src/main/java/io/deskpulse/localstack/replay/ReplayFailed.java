package io.deskpulse.localstack.replay;

/** A replay cannot go on; says why and what to do. */
public final class ReplayFailed extends RuntimeException {

    ReplayFailed(String message) {
        super(message);
    }
}
