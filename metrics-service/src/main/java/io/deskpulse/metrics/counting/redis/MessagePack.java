package io.deskpulse.metrics.counting.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Writes arrays of byte strings as MessagePack, which Redis' Lua reads in C: one argument instead of many thousands. Not
 * more of the format than that, in the form of its first version, since Redis 6 knows no other. Used by one thread.
 */
final class MessagePack {
    private byte[] bytes = new byte[64 << 10];
    private int size;

    /** An array of so many strings or arrays follows. */
    void array(int length) {
        reserve(5);
        if (length < 16) {
            bytes[size++] = (byte) (0x90 | length);
        } else {
            header((byte) 0xdc, length);
        }
    }

    /** A string. */
    void string(byte[] value) {
        reserve(5 + value.length);
        if (value.length < 32) {
            bytes[size++] = (byte) (0xa0 | value.length);
        } else {
            header((byte) 0xda, value.length);
        }
        System.arraycopy(value, 0, bytes, size, value.length);
        size += value.length;
    }

    void string(String value) {
        string(value.getBytes(UTF_8));
    }

    void string(long number) {
        string(Long.toString(number));
    }

    /** All that was written. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Two bytes of length where they do, else four, under the next code. */
    private void header(byte code, int length) {
        if (length < 1 << 16) {
            bytes[size++] = code;
        } else {
            bytes[size++] = (byte) (code + 1);
            bytes[size++] = (byte) (length >>> 24);
            bytes[size++] = (byte) (length >>> 16);
        }
        bytes[size++] = (byte) (length >>> 8);
        bytes[size++] = (byte) length;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
