package io.deskpulse.simulator.desk;

/** The systems of the shop that report events: CloudEvents {@code source}. */
final class Sources {
    static final String CHAT = "/simulator/chat";
    static final String SITE = "/simulator/site";
    static final String ORDERS = "/simulator/orders";
    static final String BILLING = "/simulator/billing";
    static final String MONITORING = "/simulator/monitoring";

    private Sources() {}
}
