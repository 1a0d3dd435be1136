package io.deskpulse.ingest.intake.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.contracts.event.reading.Attribute;
import io.deskpulse.contracts.event.reading.Attributes;
import java.io.ByteArrayOutputStream;
import java.util.function.Function;

/** The attributes of an event in binary mode, from the {@code ce-} headers of CloudEvents' HTTP binding. Stateless. */
final class BinaryHeaders {
    private static final Attribute[] ATTRIBUTES = Attribute.values();
    private static final String[] NAMES = new String[ATTRIBUTES.length];

    static {
        for (Attribute attribute : ATTRIBUTES) {
            NAMES[attribute.ordinal()] = "ce-" + attribute.wire();
        }
    }

    private BinaryHeaders() {}

    /**
     * @param header gives the value of a header, or null
     * @return null where there is no {@code ce-} header at all
     */
    static Attributes read(Function<String, String> header) {
        Attributes attributes = new Attributes();
        boolean any = false;
        for (Attribute attribute : ATTRIBUTES) {
            String value = header.apply(NAMES[attribute.ordinal()]);
            if (value != null) {
                attributes.set(attribute, decode(value));
                any = true;
            }
        }
        // In binary mode the media type of the data is that of the request, which has been looked at.
        attributes.set(Attribute.DATACONTENTTYPE, null);
        return any ? attributes : null;
    }

    /** Undoes the percent encoding of the binding; what is no encoding stays as it is. */
    static String decode(String value) {
        if (value.indexOf('%') < 0) {
            return value;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
        byte[] raw = value.getBytes(UTF_8);
        for (int i = 0; i < raw.length; i++) {
            int high = raw[i] == '%' && i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(raw[i + 2], 16);
            if (low < 0) {
                bytes.write(raw[i]);
            } else {
                bytes.write(high << 4 | low);
                i += 2;
            }
        }
        return bytes.toString(UTF_8);
    }
}
