package io.deskpulse.alerting.receiver.text;

/** An address in a text, told from other values because it is escaped in another way. */
record Address(String url) {
    /** Whether a link can lead there. */
    boolean ofTheWeb() {
        return url.startsWith("https://") || url.startsWith("http://");
    }
}
