package io.deskpulse.metrics.cell;

/** Reads what {@link Packer} wrote. Not thread-safe. */
final class Unpacker {
    private final byte[] bytes;
    private final int end;
    private int at;

    Unpacker(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private Unpacker(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    boolean hasMore() {
        return at < end;
    }

    /** What {@link Packer#bytes} wrote, to be read by itself. */
    Unpacker part() {
        int length = (int) varint();
        Unpacker part = new Unpacker(bytes, at, at + length);
        at += length;
        return part;
    }

    long varint() {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[at++];
            value |= (next & 0x7fL) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    long zigzag() {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }
}
