package io.deskpulse.metrics.folding.state;

/**
 * A 64-bit hash of characters that stays the same for ever, since it is stored: four characters at a time, mixed and
 * finished as in MurmurHash3 (Austin Appleby, public domain). Not for secrets. Mutable, used by one thread.
 */
public final class Hash64 {
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;

    private long state = 0x9e3779b97f4a7c15L;
    private long block;
    private int length;

    /** The hash of two texts with a border between them: ("a", "bc") differs from ("ab", "c"). */
    public static long of(String first, String second) {
        Hash64 hash = new Hash64();
        hash.addAll(first);
        hash.add('\0');
        hash.addAll(second);
        return hash.finish();
    }

    /** Adds one character. */
    public void add(char character) {
        block |= (long) character << ((length & 3) << 4);
        if ((++length & 3) == 0) {
            mixBlock();
        }
    }

    /** How many characters have been added. */
    public int length() {
        return length;
    }

    /** The hash of all that has been added; nothing may be added after. */
    public long finish() {
        if ((length & 3) != 0) {
            mixBlock();
        }
        long hash = state ^ length;
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        hash *= 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }

    private void addAll(String text) {
        for (int i = 0; i < text.length(); i++) {
            add(text.charAt(i));
        }
    }

    private void mixBlock() {
        state ^= Long.rotateLeft(block * C1, 31) * C2;
        state = Long.rotateLeft(state, 27) * 5 + 0x52dce729L;
        block = 0;
    }
}
