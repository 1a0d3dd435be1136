package io.deskpulse.metrics.folding.state;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads what {@link StateWriter} wrote. Every method throws {@link CorruptStateException} where the bytes cannot be
 * meant. Mutable, used by one thread.
 */
public final class StateReader {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN)
            .withInvokeExactBehavior();

    private final byte[] bytes;
    private int position;
    private long base;

    /** A reader of bytes of this version. */
    public StateReader(byte[] bytes, int version) {
        this.bytes = bytes;
        int found = readByte();
        if (found != version) {
            throw new CorruptStateException("version " + found + " is not " + version);
        }
    }

    /** Sets what times were written relative to. */
    public void base(long newBase) {
        this.base = newBase;
    }

    public int readByte() {
        if (position >= bytes.length) {
            throw new CorruptStateException("it ends after " + bytes.length + " bytes");
        }
        return bytes[position++] & 0xFF;
    }

    public boolean readBoolean() {
        int value = readByte();
        if (value > 1) {
            throw new CorruptStateException("no boolean at " + (position - 1));
        }
        return value == 1;
    }

    /** Reads eight truths; what was not written is false. */
    public boolean[] readFlags() {
        int all = readByte();
        boolean[] flags = new boolean[Byte.SIZE];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = (all & 1 << i) != 0;
        }
        return flags;
    }

    public long readUnsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = readByte();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new CorruptStateException("no number before " + position);
    }

    public long readSigned() {
        long zigzag = readUnsigned();
        return (zigzag >>> 1) ^ -(zigzag & 1);
    }

    /** Reads a time, {@link StateWriter#NEVER} included. */
    public long readTime() {
        long written = readUnsigned();
        if (written == 0) {
            return StateWriter.NEVER;
        }
        long zigzag = written - 1;
        return base + ((zigzag >>> 1) ^ -(zigzag & 1));
    }

    /** Reads a number of things of which each takes at least so many bytes. */
    public int readCount(int bytesEach) {
        long count = readUnsigned();
        if (count < 0 || count > (bytes.length - position) / bytesEach) {
            throw new CorruptStateException(count + " things do not fit after " + position);
        }
        return (int) count;
    }

    /** Reads text, or null where there is none. */
    public String readText() {
        long written = readUnsigned();
        if (written == 0) {
            return null;
        }
        if (written < 0 || written - 1 > bytes.length - position) {
            throw new CorruptStateException("text does not fit after " + position);
        }
        int size = (int) written - 1;
        position += size;
        return new String(bytes, position - size, size, StandardCharsets.UTF_8);
    }

    /** Reads numbers, with room for a few more after them. */
    public long[] readLongs(int count, int room) {
        if (count > (bytes.length - position) / Long.BYTES) {
            throw new CorruptStateException(count + " numbers do not fit after " + position);
        }
        long[] values = new long[count + room];
        for (int i = 0; i < count; i++) {
            values[i] = (long) LONG.get(bytes, position);
            position += Long.BYTES;
        }
        return values;
    }

    /** Reads the place of a constant. */
    public <E extends Enum<E>> E readConstant(E[] constants) {
        int ordinal = readByte();
        if (ordinal >= constants.length) {
            throw new CorruptStateException("no constant " + ordinal + " at " + (position - 1));
        }
        return constants[ordinal];
    }

    /** Whether anything has not been read. */
    public boolean hasMore() {
        return position < bytes.length;
    }

    /** Asserts that everything has been read. */
    public void end() {
        if (position != bytes.length) {
            throw new CorruptStateException((bytes.length - position) + " bytes too many");
        }
    }
}
