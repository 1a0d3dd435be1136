package io.deskpulse.kit.secret;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys of one purpose: the first is used for what is new, all of them for what is old. Written one a line, {@code id:base64};
 * {@code #} starts a comment. Immutable.
 */
public final class KeyRing {
    private static final int LEAST_BYTES = 32;
    private static final Pattern LINE = Pattern.compile("([A-Za-z0-9_-]{1,16}):([A-Za-z0-9+/=_-]+)");

    private final List<Key> keys;

    private KeyRing(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    /** Throws an IllegalArgumentException that names the line at fault, and never quotes it. */
    public static KeyRing parse(String text) {
        List<Key> keys = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String entry = line.replaceFirst("#.*", "").strip();
            if (!entry.isEmpty()) {
                keys.add(key(entry, number));
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no key; write one a line, id:base64");
        }
        if (keys.stream().map(Key::id).distinct().count() < keys.size()) {
            throw new IllegalArgumentException("two keys have the same id");
        }
        return new KeyRing(keys);
    }

    /** The key for what is new. */
    public Key current() {
        return keys.get(0);
    }

    public Optional<Key> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    public List<Key> all() {
        return keys;
    }

    private static Key key(String entry, int number) {
        Matcher line = LINE.matcher(entry);
        if (!line.matches()) {
            throw new IllegalArgumentException("line " + number + " is not id:base64");
        }
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(line.group(2).replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            // Its message quotes the key.
            throw new IllegalArgumentException("line " + number + " has no base64 after the colon");
        }
        if (bytes.length < LEAST_BYTES) {
            throw new IllegalArgumentException("line " + number + " has less than " + LEAST_BYTES + " bytes");
        }
        return new Key(line.group(1), bytes);
    }
}
