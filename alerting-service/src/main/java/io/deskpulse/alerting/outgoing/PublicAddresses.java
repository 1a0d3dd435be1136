package io.deskpulse.alerting.outgoing;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are of the public internet, by the special-purpose registries of IANA (RFC 6890 and what came after it). Of IPv6 only what is
 * handed out to somebody ({@code 2000::/3}) is; that leaves out loopback, link-local, unique local, site-local, multicast and all that embeds an
 * IPv4 address, but for NAT64, which is judged by the address it leads to. Stateless.
 */
final class PublicAddresses {
    private static final List<Network> NOT_PUBLIC = networks(
            "0.0.0.0/8", // this network; 0.0.0.0 reaches the machine itself
            "10.0.0.0/8",
            "100.64.0.0/10", // carriers' NAT; 100.100.100.200 tells secrets at Alibaba Cloud
            "127.0.0.0/8",
            "168.63.129.16/32", // the platform at Azure
            "169.254.0.0/16", // link-local; 169.254.169.254 tells secrets at most clouds
            "172.16.0.0/12",
            "192.0.0.0/24", // protocols; 192.0.0.192 tells secrets at Oracle Cloud
            "192.0.2.0/24", // documentation
            "192.31.196.0/24", // AS112
            "192.52.193.0/24", // AMT
            "192.88.99.0/24", // 6to4 relays
            "192.168.0.0/16",
            "192.175.48.0/24", // AS112
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4", // reserved, and broadcast
            "2001::/23", // protocols: Teredo, ORCHID, benchmarks
            "2001:db8::/32", // documentation
            "2002::/16", // 6to4, leads to any IPv4 address
            "2620:4f:8000::/48", // AS112
            "3fff::/20"); // documentation

    private static final Network GLOBAL = Network.of("2000::/3");
    private static final Network NAT64 = Network.of("64:ff9b::/96");
    private static final int NAT64_PREFIX_BYTES = 12;

    private PublicAddresses() {}

    static boolean contain(InetAddress address) {
        if (address instanceof Inet4Address) {
            return !reserved(address);
        }
        return NAT64.contains(address) ? contain(behindNat(address)) : GLOBAL.contains(address) && !reserved(address);
    }

    private static boolean reserved(InetAddress address) {
        return NOT_PUBLIC.stream().anyMatch(network -> network.contains(address));
    }

    private static InetAddress behindNat(InetAddress address) {
        byte[] bytes = address.getAddress();
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, NAT64_PREFIX_BYTES, bytes.length));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }
}
