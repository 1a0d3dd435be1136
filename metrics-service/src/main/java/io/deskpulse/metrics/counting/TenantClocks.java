package io.deskpulse.metrics.counting;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.metrics.folding.Subject.Clocks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The clock of each tenant in one partition: the greatest event time seen, and the greatest that was declared. Used by
 * one thread.
 */
final class TenantClocks {
    private static final char DECLARED = '!';

    private final Map<String, Clock> clocks = new HashMap<>();

    /** Clocks as they were stored: a field for each, a declared one marked by an exclamation mark. */
    TenantClocks(Map<String, String> stored) {
        stored.forEach((field, millis) -> {
            int end = field.length() - 1;
            if (field.charAt(end) == DECLARED) {
                clock(field.substring(0, end)).declaredMillis = Long.parseLong(millis);
            } else {
                clock(field).observedMillis = Long.parseLong(millis);
            }
        });
    }

    /** An event of this time was seen; says what the tenant's clock shows now. */
    long observe(String tenant, long timeMillis) {
        Clock clock = clock(tenant);
        if (timeMillis > clock.observedMillis) {
            clock.observedMillis = timeMillis;
            clock.changed = true;
        }
        return clock.observedMillis;
    }

    /** The tenant says that all up to this time has been sent. */
    void declare(String tenant, long timeMillis) {
        observe(tenant, timeMillis);
        Clock clock = clock(tenant);
        if (timeMillis > clock.declaredMillis) {
            clock.declaredMillis = timeMillis;
            clock.changed = true;
        }
    }

    Clocks of(String tenant, long wallMillis) {
        Clock clock = clock(tenant);
        return new Clocks(clock.observedMillis, clock.declaredMillis, wallMillis);
    }

    /** Every tenant that was ever seen in this partition. */
    Collection<String> tenants() {
        return clocks.keySet();
    }

    /** Fields and values to store since the last call. */
    List<byte[]> takeChanges() {
        List<byte[]> fields = new ArrayList<>();
        clocks.forEach((tenant, clock) -> {
            if (clock.changed) {
                clock.changed = false;
                put(fields, tenant, clock.observedMillis);
                if (clock.declaredMillis != Long.MIN_VALUE) {
                    put(fields, tenant + DECLARED, clock.declaredMillis);
                }
            }
        });
        return fields;
    }

    private static void put(List<byte[]> fields, String name, long millis) {
        fields.add(name.getBytes(UTF_8));
        fields.add(Long.toString(millis).getBytes(UTF_8));
    }

    private Clock clock(String tenant) {
        return clocks.computeIfAbsent(tenant, any -> new Clock());
    }

    private static final class Clock {
        private long observedMillis = Long.MIN_VALUE;
        private long declaredMillis = Long.MIN_VALUE;
        private boolean changed;
    }
}
