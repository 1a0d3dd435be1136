package io.deskpulse.kit.secret;

import java.util.Arrays;

/** A secret key and the name by which it is found again. Immutable; never tells its bytes in words. */
public final class Key {
    private final String id;
    private final byte[] bytes;

    Key(String id, byte[] bytes) {
        this.id = id;
        this.bytes = bytes.clone();
    }

    public String id() {
        return id;
    }

    /** The first bytes of it, for an algorithm that takes so many. */
    public byte[] bytes(int length) {
        return Arrays.copyOf(bytes, length);
    }

    /** All of it. */
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String toString() {
        return "key " + id;
    }
}
