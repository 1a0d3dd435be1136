package io.deskpulse.contracts.masking;

/** The kinds of personal data that are masked, and what stands in their place. */
public enum MaskedKind {
    EMAIL("[email]"),
    PHONE("[phone]"),
    CARD("[card]"),
    ID("[id]");

    private final String mask;

    MaskedKind(String mask) {
        this.mask = mask;
    }

    /** What the reader sees instead. */
    public String mask() {
        return mask;
    }
}
