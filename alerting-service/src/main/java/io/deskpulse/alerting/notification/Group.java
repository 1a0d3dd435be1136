package io.deskpulse.alerting.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.matching.Matcher;
import io.deskpulse.alerting.route.Route;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Alerts that are told together: those of one route with the same values of the labels that it groups by. Immutable.
 *
 * @param route id of the route
 * @param labels what its alerts share
 */
public record Group(String tenant, String route, SortedMap<String, String> labels) {
    private static final int ID_BYTES = 16;

    public Group {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    }

    /** The group of an alert in a route. */
    public static Group of(String tenant, Route route, Labels alert) {
        return new Group(tenant, route.id(), route.groupBy().of(alert));
    }

    /** What people and receivers know it by, as Alertmanager writes it: {@code {}/{severity="critical"}:{alertname="x"}}. */
    public String key() {
        return route
                + labels.entrySet().stream()
                        .map(label ->
                                Matcher.equal(label.getKey(), label.getValue()).toString())
                        .collect(Collectors.joining(", ", ":{", "}"));
    }

    /** 32 hexadecimal digits that stand for the key, which may be of any length. */
    public String id() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
