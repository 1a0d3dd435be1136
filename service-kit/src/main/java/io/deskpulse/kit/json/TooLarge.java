package io.deskpulse.kit.json;

/** A body that is larger than any that is taken. Has no stack trace: it tells of what was sent and not of a bug. */
public final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooLarge(String detail) {
        super(detail, null, false, false);
    }
}
