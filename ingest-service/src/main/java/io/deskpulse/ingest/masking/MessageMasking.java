package io.deskpulse.ingest.masking;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Puts a masked text into the data of a message; every other byte stays as it was sent. Thread-safe. */
public final class MessageMasking {
    /** A mask can be longer than what it hides, and the log takes no longer text than this. */
    private static final int MAX_TEXT = 8_000;

    private static final JsonFactory JSON = new JsonFactory();

    private MessageMasking() {}

    /**
     * @param body holds the data, a JSON object that has been read without fault, in {@code length} bytes from
     *     {@code offset}
     * @param masked what its text becomes
     */
    public static byte[] withText(byte[] body, int offset, int length, String masked) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 16);
        try (JsonParser json = JSON.createParser(body, offset, length)) {
            json.nextToken();
            int copied = 0;
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean text = json.currentName().equals("text");
                if (json.nextToken() == JsonToken.VALUE_STRING && text) {
                    int start = (int) json.currentTokenLocation().getByteOffset();
                    json.finishToken();
                    out.write(body, offset + copied, start - copied);
                    out.writeBytes(quoted(masked));
                    copied = (int) json.currentLocation().getByteOffset();
                } else {
                    json.skipChildren();
                }
            }
            out.write(body, offset + copied, length - copied);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("data that was read before cannot be read again", e);
        }
    }

    private static byte[] quoted(String text) {
        int characters = text.codePointCount(0, text.length());
        String cut = characters > MAX_TEXT ? text.substring(0, text.offsetByCodePoints(0, MAX_TEXT)) : text;
        // Through UTF-8 and back: the encoder refuses halves of surrogate pairs, which JSON escapes can smuggle in.
        byte[] value = JsonStringEncoder.getInstance().quoteAsUTF8(new String(cut.getBytes(UTF_8), UTF_8));
        byte[] quoted = new byte[value.length + 2];
        quoted[0] = '"';
        System.arraycopy(value, 0, quoted, 1, value.length);
        quoted[quoted.length - 1] = '"';
        return quoted;
    }
}
