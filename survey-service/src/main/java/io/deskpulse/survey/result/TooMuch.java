package io.deskpulse.survey.result;

/** There is more to be read than can be in the time that is given. Has no stack trace: it tells of what was asked. */
public final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TooMuch() {
        super("takes too long", null, false, false);
    }
}
