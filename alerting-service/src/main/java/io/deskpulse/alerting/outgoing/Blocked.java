package io.deskpulse.alerting.outgoing;

/** An address that is not called. Has no stack trace: it tells of what was configured and not of a bug. */
public final class Blocked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * What is not called, and why.
     *
     * @param reason a word, stable over releases, such as {@code address-not-allowed}
     * @param detail what to do about it; quotes nothing
     */
    public Blocked(String reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
