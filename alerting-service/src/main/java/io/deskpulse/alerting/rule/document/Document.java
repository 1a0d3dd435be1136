package io.deskpulse.alerting.rule.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.alerting.rule.RuleFault;

/** What somebody has written, as a tree, or why there is none. JSON and YAML become the same tree. */
public sealed interface Document {
    /** It can be read. */
    record Tree(JsonNode root) implements Document {}

    /** It is not well-formed, or goes beyond what is taken. */
    record Unreadable(RuleFault fault) implements Document {}

    /** A JSON text; UTF-8. */
    static Document json(byte[] text) {
        return TreeReader.JSON.read(text);
    }

    /**
     * A YAML 1.1 text of one document; UTF-8. Aliases, tags and keys that are there twice are refused: nothing is said in a way that JSON could not
     * say.
     */
    static Document yaml(byte[] text) {
        return TreeReader.YAML.read(text);
    }
}
