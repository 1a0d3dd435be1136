package io.deskpulse.metrics.cell;

import java.util.Arrays;

/** Writes whole numbers in as few bytes as they need. Reused from series to series; not thread-safe. */
final class Packer {
    private byte[] buffer = new byte[256];
    private int size;

    /** A number that is not negative: seven bits a byte, the lowest first. */
    void varint(long value) {
        if (size + 10 > buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        while ((value & ~0x7fL) != 0) {
            buffer[size++] = (byte) (value | 0x80);
            value >>>= 7;
        }
        buffer[size++] = (byte) value;
    }

    /** A number of either sign; small ones of both stay small. */
    void zigzag(long value) {
        varint((value << 1) ^ (value >> 63));
    }

    /** Bytes, behind their number. */
    void bytes(byte[] bytes) {
        varint(bytes.length);
        if (size + bytes.length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + bytes.length));
        }
        System.arraycopy(bytes, 0, buffer, size, bytes.length);
        size += bytes.length;
    }

    /** All that was written since the last call. */
    byte[] take() {
        byte[] bytes = Arrays.copyOf(buffer, size);
        size = 0;
        return bytes;
    }
}
