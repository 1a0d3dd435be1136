package io.deskpulse.contracts.event;

/** How a survey offer reaches the customer. */
public enum OfferMeans {
    /** On a page, which tells when it is shown. */
    WIDGET("widget"),
    /** As a link that the sender passes on. */
    LINK("link"),
    EMAIL("email"),
    SMS("sms");

    private final String wire;

    OfferMeans(String wire) {
        this.wire = wire;
    }

    /** The word that stands for this value in JSON. */
    public String wire() {
        return wire;
    }
}
