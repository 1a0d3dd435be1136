package io.deskpulse.alerting.evaluation;

/** The topic of measurements cannot be read now. */
public final class HistoryUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public HistoryUnavailable(Throwable cause) {
        super("Kafka does not answer", cause, false, false);
    }
}
