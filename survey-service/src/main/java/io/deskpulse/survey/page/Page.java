package io.deskpulse.survey.page;

/**
 * An HTML page for someone who came by a link.
 *
 * @param language BCP 47 tag of what it says
 * @param html the whole of it
 * @param contentSecurityPolicy what it may load and do, as the header says it
 */
public record Page(String language, String html, String contentSecurityPolicy) {
    /** Nothing from anywhere but the style that carries the nonce; forms go back to where the page is from. */
    public static String strictPolicy(String nonce) {
        return "default-src 'none'; style-src 'nonce-" + nonce
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }
}
