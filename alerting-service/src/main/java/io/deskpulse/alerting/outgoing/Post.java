package io.deskpulse.alerting.outgoing;

import java.util.HashMap;
import java.util.Map;

/**
 * A request to be made. Immutable; tells nothing of itself in words.
 *
 * @param url where to
 * @param headers beside {@code Content-Type: application/json}
 * @param body JSON in UTF-8
 */
public record Post(String url, Map<String, String> headers, byte[] body) {
    public Post {
        headers = Map.copyOf(headers);
    }

    /** The same with one header more. */
    public Post with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Post(url, more, body);
    }

    @Override
    public String toString() {
        return "Post";
    }
}
