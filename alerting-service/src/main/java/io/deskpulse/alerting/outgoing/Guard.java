package io.deskpulse.alerting.outgoing;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what may be called. Names are looked up once, all their addresses are checked, and the caller connects to one of these and to nothing
 * else: what the name says a moment later does not matter. Thread-safe.
 */
@Singleton
public class Guard {
    private final Allowed allowed;
    private final boolean allowHttp;
    private final Optional<Set<Integer>> ports;
    private final HostNames names;

    Guard(OutgoingSettings settings, HostNames names) {
        this.allowed = new Allowed(settings.allowed().orElse(List.of()));
        this.allowHttp = settings.allowHttp();
        this.ports = settings.ports();
        this.names = names;
    }

    /** Throws {@link Blocked} where one sees without asking anybody that it may not be called. */
    public Target read(String url) {
        Target target = Target.of(url);
        if (!target.secure() && !allowHttp) {
            throw new Blocked(
                    "scheme-not-allowed", "Send an address that begins with https://; http is not allowed here.");
        }
        if (ports.isPresent() && !ports.get().contains(target.port()) && !allowed.named(target)) {
            throw new Blocked("port-not-allowed", "This port is not allowed here; use one of " + sorted() + ".");
        }
        target.address().ifPresent(address -> require(target, List.of(address)));
        return target;
    }

    /** The addresses to connect to, in this order; throws {@link Blocked} where any of them may not be called. */
    public List<InetAddress> resolve(Target target) throws UnknownHostException {
        Optional<InetAddress> literal = target.address();
        List<InetAddress> found = literal.isPresent() ? List.of(literal.get()) : names.addresses(target.host());
        require(target, found);
        return found;
    }

    private void require(Target target, List<InetAddress> addresses) {
        if (allowed.named(target)) {
            return;
        }
        for (InetAddress address : addresses) {
            if (!allowed.contains(address) && !PublicAddresses.contain(address)) {
                throw new Blocked(
                        "address-not-allowed",
                        "This host has an address that is not of the public internet; whoever runs Deskpulse can allow it.");
            }
        }
    }

    private String sorted() {
        return ports.orElse(Set.of()).stream().sorted().toList().toString();
    }
}
