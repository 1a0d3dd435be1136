package io.deskpulse.kit.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/** JSON objects that are kept as they were written, once somebody has read them and found them good. Stateless. */
public final class StoredDocument {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredDocument() {}

    /** A body without members that are not part of the document, such as its revision. */
    public static String without(byte[] body, String... members) {
        try {
            return ((ObjectNode) JSON.readTree(body)).without(List.of(members)).toString();
        } catch (IOException e) {
            throw new IllegalStateException("it was read before", e);
        }
    }

    /** What is kept, to be added to. */
    public static ObjectNode read(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // Its message quotes what it read.
            throw new IllegalStateException("what is stored is no JSON object");
        }
    }
}
