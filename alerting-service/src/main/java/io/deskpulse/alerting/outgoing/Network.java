package io.deskpulse.alerting.outgoing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * The addresses that begin with the same bits. Immutable.
 *
 * @param address whose first bits count
 * @param bits how many of them
 */
record Network(InetAddress address, int bits) {
    private static final String OCTET = "(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])";
    /** Nothing that a name server would be asked about. */
    private static final Pattern LITERAL =
            Pattern.compile(OCTET + "(\\." + OCTET + "){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    Network {
        if (bits < 0 || bits > address.getAddress().length * Byte.SIZE) {
            throw new IllegalArgumentException("a network has no such number of bits: " + bits);
        }
    }

    /** A network in CIDR notation, such as {@code 10.0.0.0/8}; a single address stands for itself. */
    static Network of(String text) {
        int slash = text.indexOf('/');
        InetAddress address = literal(slash < 0 ? text : text.substring(0, slash));
        int bits = slash < 0 ? address.getAddress().length * Byte.SIZE : Integer.parseInt(text.substring(slash + 1));
        return new Network(address, bits);
    }

    /** Whether a text looks like an address in numbers; one of IPv6 may still be none. */
    static boolean numbers(String text) {
        return LITERAL.matcher(text).matches();
    }

    /** An address as it is written in numbers; throws where it is anything else. */
    static InetAddress literal(String text) {
        if (!numbers(text)) {
            throw new IllegalArgumentException("not an address in numbers: " + text);
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address in numbers: " + text);
        }
    }

    boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] its = other.getAddress();
        if (mine.length != its.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((mine[bit / Byte.SIZE] ^ its[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
