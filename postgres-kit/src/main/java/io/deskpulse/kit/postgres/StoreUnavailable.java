package io.deskpulse.kit.postgres;

/** The store does not answer, or not in time. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String reason, Throwable cause) {
        super(reason, cause, false, false);
    }
}
