package io.deskpulse.simulator.event;

import java.util.Arrays;

/**
 * Writes small JSON objects of known-good values. A general writer would escape and check; the simulator must never be what a load
 * test waits for. Not thread-safe.
 */
public final class JsonBytes {
    private byte[] buffer = new byte[1024];
    private int length;
    private boolean first;

    /** Begins an object. */
    public JsonBytes begin() {
        put('{');
        first = true;
        return this;
    }

    public JsonBytes end() {
        put('}');
        first = false;
        return this;
    }

    /** A member whose value is ASCII without quotes, backslashes and control characters; left out when null. */
    public JsonBytes text(String name, String value) {
        if (value != null) {
            beginText(name);
            ascii(value);
            endText();
        }
        return this;
    }

    public JsonBytes flag(String name, boolean value) {
        name(name);
        ascii(value ? "true" : "false");
        return this;
    }

    public JsonBytes integer(String name, long value) {
        name(name);
        digits(value);
        return this;
    }

    /** A number from -100 to 100 with two decimals. */
    public JsonBytes hundredths(String name, double value) {
        name(name);
        decimal(Math.round(value * 100), 2);
        return this;
    }

    /** An amount as a decimal string. */
    public JsonBytes amount(String name, long units, int decimals) {
        beginText(name);
        decimal(units, decimals);
        endText();
        return this;
    }

    /** An object that is already JSON. */
    public JsonBytes object(String name, byte[] json) {
        name(name);
        bytes(json);
        return this;
    }

    /** Begins a member whose value is a string that the caller writes. */
    public void beginText(String name) {
        name(name);
        put('"');
    }

    public void endText() {
        put('"');
    }

    public void bytes(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    /** A number of zero or more. */
    public void digits(long value) {
        if (value >= 10) {
            digits(value / 10);
        }
        put('0' + (int) (value % 10));
    }

    public void newLine() {
        put('\n');
    }

    public int length() {
        return length;
    }

    /** What was written; the buffer is empty then. */
    public byte[] take() {
        byte[] taken = Arrays.copyOf(buffer, length);
        length = 0;
        return taken;
    }

    private void decimal(long units, int decimals) {
        if (units < 0) {
            put('-');
        }
        long scale = 1;
        for (int i = 0; i < decimals; i++) {
            scale *= 10;
        }
        long rest = Math.abs(units);
        digits(rest / scale);
        put('.');
        for (rest %= scale; scale > 1; rest %= scale) {
            scale /= 10;
            put('0' + (int) (rest / scale));
        }
    }

    private void name(String name) {
        if (!first) {
            put(',');
        }
        first = false;
        put('"');
        ascii(name);
        put('"');
        put(':');
    }

    private void ascii(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            buffer[length++] = (byte) text.charAt(i);
        }
    }

    private void put(int character) {
        room(1);
        buffer[length++] = (byte) character;
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
        }
    }
}
