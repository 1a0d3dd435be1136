package io.deskpulse.alerting.outgoing;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What may be called although it is private. Immutable. */
final class Allowed {
    private static final Pattern NAME_AND_PORT = Pattern.compile("[a-z0-9_.-]+:[0-9]{1,5}|\\[[0-9a-f:.]+]:[0-9]{1,5}");

    private final List<Network> networks = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    /** Reads entries; throws IllegalArgumentException where one is neither a network nor a name with its port. */
    Allowed(List<String> entries) {
        for (String entry : entries) {
            String text = entry.strip().toLowerCase(Locale.ROOT);
            if (NAME_AND_PORT.matcher(text).matches()) {
                names.add(name(Target.of("https://" + text)));
            } else {
                networks.add(network(text));
            }
        }
    }

    boolean named(Target target) {
        return names.contains(name(target));
    }

    boolean contains(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static String name(Target target) {
        return target.host() + " " + target.port();
    }

    private static Network network(String text) {
        try {
            return Network.of(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "deskpulse.alerting.outgoing.allowed: neither a network nor a name with its port: " + text);
        }
    }
}
