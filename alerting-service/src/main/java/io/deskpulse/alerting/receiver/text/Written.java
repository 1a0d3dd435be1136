package io.deskpulse.alerting.receiver.text;

/**
 * A text as a receiver reads it.
 *
 * @param title one line, not escaped for any medium
 * @param body in the markup of its medium
 * @param html the same as a page, for e-mails; empty text for other media
 */
public record Written(String title, String body, String html) {
    /** A text in a medium; as a page, it stands there as it is. */
    public static Written of(String title, String body, Medium medium) {
        String html = medium == Medium.PLAIN
                ? "<!doctype html>\n<html><head><meta charset=\"utf-8\"><title>" + Medium.HTML.value(title)
                        + "</title></head><body style=\"white-space:pre-line\">" + lines(body) + "</body></html>\n"
                : "";
        return new Written(title, body, html);
    }

    private static String lines(String body) {
        StringBuilder html = new StringBuilder();
        body.lines().forEach(line -> html.append(Medium.HTML.value(line)).append('\n'));
        return html.toString();
    }
}
