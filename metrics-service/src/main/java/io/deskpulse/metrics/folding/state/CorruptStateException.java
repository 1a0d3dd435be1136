package io.deskpulse.metrics.folding.state;

/** Stored bytes that no version of this service has written. The message names the fault, never the content. */
public final class CorruptStateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CorruptStateException(String fault) {
        super("stored state of a subject is corrupt: " + fault);
    }
}
