package io.deskpulse.alerting.outgoing;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a call goes, as one reads it without asking anybody. Immutable; tells only its host in words, since paths and queries hold secrets.
 *
 * @param secure whether by https
 * @param host in small letters: a name of letters, digits and {@code -}, an IPv4 address of four decimal numbers, or an IPv6 address without brackets
 * @param path with the query
 */
public record Target(boolean secure, String host, int port, String path) {
    private static final int HTTPS = 443;
    private static final int HTTP = 80;
    private static final int LAST_PORT = 65_535;
    private static final int LONGEST = 2_048;
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,62})(\\.[a-z0-9]([a-z0-9-]{0,62}))*");
    /** As browsers do: what ends in a number is an address in some form, whatever the resolver makes of it. */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

    /** Reads an address; throws {@link Blocked} where it is none, or one that nobody needs to write so. */
    public static Target of(String text) {
        URI uri = uri(text);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            throw new Blocked("scheme-not-allowed", "Send an address that begins with https://.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw unusable("Leave user, password and # out of the address.");
        }
        if (uri.getHost() == null) {
            throw unusable("Send an address with a host; write international names in their ASCII form (xn--).");
        }
        boolean secure = scheme.equals("https");
        int port = uri.getPort() < 0 ? secure ? HTTPS : HTTP : uri.getPort();
        if (port < 1 || port > LAST_PORT) {
            throw unusable("Send a port from 1 to 65535.");
        }
        return new Target(secure, host(uri.getHost().toLowerCase(Locale.ROOT)), port, path(uri));
    }

    private static URI uri(String text) {
        if (text.length() > LONGEST) {
            throw unusable("Send an address of at most " + LONGEST + " characters.");
        }
        try {
            return new URI(text).parseServerAuthority();
        } catch (URISyntaxException e) {
            // Its message quotes the address.
            throw unusable(
                    "Send an absolute address with a host; write international names in their ASCII form (xn--).");
        }
    }

    private static String host(String host) {
        if (host.startsWith("[")) {
            return sixth(host.substring(1, host.length() - 1));
        }
        if (ENDS_IN_NUMBER.matcher(host).matches() && !Network.numbers(host)) {
            throw unusable("Write an IPv4 address as four decimal numbers, or a name.");
        }
        if (!NAME.matcher(host).matches()) {
            throw unusable("Write the host as a name without a dot at its end.");
        }
        return host;
    }

    private static String sixth(String address) {
        if (address.indexOf('%') >= 0) {
            throw unusable("Leave the zone out of the address.");
        }
        try {
            return Network.literal(address).getHostAddress();
        } catch (IllegalArgumentException e) {
            throw unusable("Write an IPv6 address in brackets.");
        }
    }

    /** The address where the host is one; no name server is asked. */
    Optional<InetAddress> address() {
        return Network.numbers(host) ? Optional.of(Network.literal(host)) : Optional.empty();
    }

    private static String path(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static Blocked unusable(String detail) {
        return new Blocked("url-not-usable", detail);
    }

    @Override
    public String toString() {
        return host;
    }
}
