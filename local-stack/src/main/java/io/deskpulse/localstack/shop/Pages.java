package io.deskpulse.localstack.shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The files of the shop's page, from resources. */
final class Pages {

    private static final Map<String, String> TYPES = Map.of(
            "/", "text/html;charset=utf-8",
            "/shop.css", "text/css;charset=utf-8",
            "/shop.js", "text/javascript;charset=utf-8");

    private final String survey;
    private final String token;

    /**
     * Pages with the widget in them.
     *
     * @param survey where the widget is and answers
     * @param token that stands in the page for everyone to read
     */
    Pages(String survey, String token) {
        this.survey = survey;
        this.token = token;
    }

    boolean has(String path) {
        return TYPES.containsKey(path);
    }

    String type(String path) {
        return TYPES.get(path);
    }

    byte[] bytes(String path) {
        return path.equals("/")
                ? read("/index.html")
                        .replace("{survey}", survey)
                        .replace("{token}", token)
                        .getBytes(StandardCharsets.UTF_8)
                : read(path).getBytes(StandardCharsets.UTF_8);
    }

    /** As strict as a shop can be: what docs/guides/widget.md asks for, and no more. */
    String policy() {
        return "default-src 'none'; script-src 'self' %1$s; connect-src 'self' %1$s; style-src 'self'; img-src 'self';"
                        .formatted(survey)
                + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
    }

    private static String read(String path) {
        try (InputStream in = Pages.class.getResourceAsStream("/shop" + path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
