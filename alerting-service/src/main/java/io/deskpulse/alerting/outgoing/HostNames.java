package io.deskpulse.alerting.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Tells the addresses of a host. May block. */
@FunctionalInterface
public interface HostNames {
    /** All of them, at least one. */
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
