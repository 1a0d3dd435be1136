package io.deskpulse.localstack.alert;

/** Something went otherwise than it should; says what, for people. */
public final class AlertTrialFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AlertTrialFailed(String reason) {
        super(reason, null, false, false);
    }
}
