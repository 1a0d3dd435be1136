package io.deskpulse.kit.json;

/** A member of a JSON body that cannot be used. Has no stack trace: it tells of what was sent and not of a bug. */
public final class InvalidMember extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    public InvalidMember(String pointer, String detail) {
        super(detail, null, false, false);
        this.pointer = pointer;
    }

    /** JSON pointer (RFC 6901) into the body. */
    public String pointer() {
        return pointer;
    }
}
