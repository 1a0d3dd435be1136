package io.deskpulse.metrics.folding.episode;

import io.deskpulse.contracts.text.SameText;
import io.deskpulse.metrics.folding.state.Hash64;
import io.deskpulse.metrics.folding.state.StateReader;
import io.deskpulse.metrics.folding.state.StateWriter;
import java.util.Arrays;
import java.util.Locale;

/**
 * Whether a customer has sent the same text three times: case, spaces, punctuation and the symbols of
 * ASCII folded away. Keeps 63-bit hashes, never text, and none once the answer is yes. Mutable, used by one thread.
 */
final class Texts {
    private static final int ROOM = 4;
    private static final long TWICE = 1;

    /** Sorted; the last bit says that the text has been sent twice. */
    private long[] sent = new long[ROOM];

    private int count;
    private boolean repeated;

    /** Takes in one text of the customer; null and what folds to nothing is no text. */
    void add(String text) {
        if (repeated || text == null) {
            return;
        }
        Hash64 hash = isAscii(text) ? foldAscii(text) : fold(text.toLowerCase(Locale.ROOT));
        if (hash.length() > 0) {
            remember(hash.finish() & ~TWICE);
        }
    }

    /** Whether one text was sent three times or more. */
    boolean repeated() {
        return repeated;
    }

    void write(StateWriter writer) {
        writer.writeBoolean(repeated);
        writer.writeLongs(sent, count);
    }

    static Texts read(StateReader reader) {
        Texts texts = new Texts();
        texts.repeated = reader.readBoolean();
        texts.count = reader.readCount(Long.BYTES);
        texts.sent = reader.readLongs(texts.count, ROOM);
        return texts;
    }

    private void remember(long once) {
        int found = Arrays.binarySearch(sent, 0, count, once);
        if (found >= 0) {
            sent[found] = once | TWICE;
            return;
        }
        int place = -found - 1;
        if (place < count && sent[place] == (once | TWICE)) {
            repeated = true;
            count = 0;
            return;
        }
        if (count == sent.length) {
            sent = Arrays.copyOf(sent, count * 2);
        }
        System.arraycopy(sent, place, sent, place + 1, count - place);
        sent[place] = once;
        count++;
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Of ASCII, letters and digits alone are neither space, control, punctuation nor symbol. */
    private static Hash64 foldAscii(String text) {
        Hash64 hash = new Hash64();
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= 'a' && character <= 'z' || character >= '0' && character <= '9') {
                hash.add(character);
            } else if (character >= 'A' && character <= 'Z') {
                hash.add((char) (character | 0x20));
            }
        }
        return hash;
    }

    private static Hash64 fold(String lowerCase) {
        Hash64 hash = new Hash64();
        for (int i = 0; i < lowerCase.length(); ) {
            int codePoint = lowerCase.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if (SameText.counts(codePoint)) {
                for (; i < next; i++) {
                    hash.add(lowerCase.charAt(i));
                }
            }
            i = next;
        }
        return hash;
    }
}
