package io.deskpulse.metrics.query.redis;

import java.util.Arrays;

/**
 * Reads the MessagePack that Redis' Lua makes of arrays of strings, where nothing stands as false. One pass, for one
 * thread.
 */
final class PackedAnswer {
    private static final int NIL = 0xc0;
    private static final int FALSE = 0xc2;

    private final byte[] bytes;
    private int at;

    PackedAnswer(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * How long the array is that begins here; its parts come next.
     *
     * @throws IllegalStateException where none begins here
     */
    int array() {
        int head = next();
        return switch (head) {
            case 0xdc -> number(2);
            case 0xdd -> number(4);
            // What is empty in Lua may be either.
            case 0x80 -> 0;
            default -> {
                if ((head & 0xf0) != 0x90) {
                    throw unexpected("an array", head);
                }
                yield head & 0x0f;
            }
        };
    }

    /**
     * The string that begins here, or null where there is nothing.
     *
     * @throws IllegalStateException where something else begins here
     */
    byte[] string() {
        int head = next();
        if (head == NIL || head == FALSE) {
            return null;
        }
        int length =
                switch (head) {
                    case 0xd9 -> number(1);
                    case 0xda -> number(2);
                    case 0xdb -> number(4);
                    default -> {
                        if ((head & 0xe0) != 0xa0) {
                            throw unexpected("a string", head);
                        }
                        yield head & 0x1f;
                    }
                };
        at += length;
        return Arrays.copyOfRange(bytes, at - length, at);
    }

    private int next() {
        return bytes[at++] & 0xff;
    }

    private int number(int length) {
        int number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | next();
        }
        return number;
    }

    private IllegalStateException unexpected(String wanted, int head) {
        return new IllegalStateException(
                "Redis answered something else than " + wanted + ": " + Integer.toHexString(head) + " at " + (at - 1));
    }
}
