package io.deskpulse.alerting.receiver;

import java.util.Map;
import java.util.Optional;

/** What of a receiver nobody may read again, by name. Immutable; never tells its values in words. */
public record Secrets(Map<String, String> values) {
    /** The address of a chat room's robot: whoever knows it can write there. */
    public static final String URL = "url";

    /** What requests are signed with. */
    public static final String SIGNING = "signing";

    /** The header {@code Authorization}. */
    public static final String AUTHORIZATION = "authorization";

    /** PagerDuty's integration key. */
    public static final String ROUTING_KEY = "routingKey";

    public Secrets {
        values = Map.copyOf(values);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** One that the kind requires. */
    public String get(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("the receiver has no " + name));
    }

    @Override
    public String toString() {
        return "secrets " + values.keySet();
    }
}
