package io.deskpulse.alerting.outgoing.http;

import io.deskpulse.alerting.outgoing.HostNames;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Asks whomever this machine asks. */
@Singleton
class SystemNames implements HostNames {
    @Override
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(host));
    }
}
