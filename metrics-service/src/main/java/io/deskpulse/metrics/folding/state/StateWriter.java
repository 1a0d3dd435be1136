package io.deskpulse.metrics.folding.state;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes state in few bytes: whole numbers as varints, times as differences from a base. {@link StateReader} reads it.
 * Mutable, used by one thread.
 */
public final class StateWriter {
    /** The time of something that has not happened. */
    public static final long NEVER = Long.MIN_VALUE;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();

    private byte[] bytes;
    private int length;
    private long base;

    /** A writer that expects about so many bytes, and begins with a version. */
    public StateWriter(int expectedBytes, int version) {
        this.bytes = new byte[Math.max(16, expectedBytes)];
        writeByte(version);
    }

    /** Sets what later times are written relative to; the reader must be given the same. */
    public void base(long newBase) {
        this.base = newBase;
    }

    public void writeByte(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    public void writeBoolean(boolean value) {
        writeByte(value ? 1 : 0);
    }

    /** Writes up to eight truths into one byte. */
    public void writeFlags(boolean... flags) {
        int all = 0;
        for (int i = 0; i < flags.length; i++) {
            all |= flags[i] ? 1 << i : 0;
        }
        writeByte(all);
    }

    /** Writes a number as an unsigned varint: small ones that are not negative are short. */
    public void writeUnsigned(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** Writes a number near zero of either sign as a zigzag varint. */
    public void writeSigned(long value) {
        writeUnsigned((value << 1) ^ (value >> 63));
    }

    /** Writes a time relative to the base, or that it is {@link #NEVER}. */
    public void writeTime(long timeMillis) {
        if (timeMillis == NEVER) {
            writeByte(0);
        } else {
            long delta = timeMillis - base;
            writeUnsigned(((delta << 1) ^ (delta >> 63)) + 1);
        }
    }

    /** Writes text, or that there is none. */
    public void writeText(String text) {
        if (text == null) {
            writeByte(0);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        writeUnsigned(utf8.length + 1L);
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    /** Writes the first numbers of an array, eight bytes each: right for hashes, which do not get shorter. */
    public void writeLongs(long[] values, int count) {
        writeUnsigned(count);
        reserve(count * Long.BYTES);
        for (int i = 0; i < count; i++) {
            LONG.set(bytes, length, values[i]);
            length += Long.BYTES;
        }
    }

    /** What has been written. */
    public byte[] toBytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
