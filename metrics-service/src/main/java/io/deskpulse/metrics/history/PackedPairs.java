package io.deskpulse.metrics.history;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Byte strings in a row, each behind its length: the fields and values of a hash, or the members and scores of a sorted
 * set. Thread-safe.
 */
public final class PackedPairs {
    private PackedPairs() {}

    /** Packs the strings in their order. */
    public static byte[] pack(List<byte[]> strings) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * strings.size());
        for (byte[] each : strings) {
            int length = each.length;
            while (length > 0x7f) {
                bytes.write(length & 0x7f | 0x80);
                length >>>= 7;
            }
            bytes.write(length);
            bytes.write(each, 0, each.length);
        }
        return bytes.toByteArray();
    }

    /**
     * Takes them apart again.
     *
     * @throws IndexOutOfBoundsException where the bytes were not packed so
     */
    public static List<byte[]> unpack(byte[] packed) {
        List<byte[]> strings = new ArrayList<>();
        int at = 0;
        while (at < packed.length) {
            int length = 0;
            int shift = 0;
            byte next;
            do {
                next = packed[at++];
                length |= (next & 0x7f) << shift;
                shift += 7;
            } while (next < 0);
            byte[] each = new byte[length];
            System.arraycopy(packed, at, each, 0, length);
            strings.add(each);
            at += length;
        }
        return strings;
    }
}
