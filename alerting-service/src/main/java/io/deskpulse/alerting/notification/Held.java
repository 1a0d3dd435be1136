package io.deskpulse.alerting.notification;

/**
 * Why somebody is not told of an alert for now. Immutable.
 *
 * @param reason a word that stays the same over releases
 * @param detail more of it, such as the id of a silence; or null
 * @param endToo whether its end is not told either; it is told later to who knows of the alert
 */
public record Held(String reason, String detail, boolean endToo) {
    static Held firing(String reason, String detail) {
        return new Held(reason, detail, false);
    }

    static Held everything(String reason, String detail) {
        return new Held(reason, detail, true);
    }

    /** As groups remember it. */
    String text() {
        return detail == null ? reason : reason + ": " + detail;
    }
}
