package io.deskpulse.metrics.counting;

/** The store did not answer, or answered with an error: whether the command was carried out is not known. */
public final class StoreUnavailableException extends RuntimeException {
    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
