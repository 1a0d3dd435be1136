package io.deskpulse.survey.definition;

/** What makes a definition unusable. Has no stack trace: it tells of what was sent and not of a bug. */
public final class InvalidSurvey extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * A fault.
     *
     * @param pointer JSON pointer (RFC 6901) from what is constructed to the member at fault; empty for the whole of it
     * @param detail what to do about it; never quotes what was sent
     */
    public InvalidSurvey(String pointer, String detail) {
        super(detail, null, false, false);
        this.pointer = pointer;
    }

    public String pointer() {
        return pointer;
    }

    /** The same fault, seen from further outside. */
    public InvalidSurvey under(String outer) {
        return new InvalidSurvey(outer + pointer, getMessage());
    }
}
