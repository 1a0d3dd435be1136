package io.deskpulse.alerting.rule.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.deskpulse.alerting.rule.RuleFault;
import java.io.IOException;
import org.yaml.snakeyaml.LoaderOptions;

/** Makes a tree of a text, token by token, without reflection; what it takes is limited in size and depth. Thread-safe. */
final class TreeReader {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_BYTES = 1024 * 1024;
    private static final StreamReadConstraints CONSTRAINTS =
            StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build();

    static final TreeReader JSON = new TreeReader(
            "JSON",
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(CONSTRAINTS)
                    .build());
    static final TreeReader YAML = new TreeReader(
            "YAML",
            YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(CONSTRAINTS)
                    .loaderOptions(limits())
                    .build());

    private final String name;
    private final JsonFactory factory;

    private TreeReader(String name, JsonFactory factory) {
        this.name = name;
        this.factory = factory;
    }

    /** Something that YAML can say and JSON cannot. */
    private static final class BeyondJson extends IOException {
        private static final long serialVersionUID = 1L;

        BeyondJson(String what) {
            super(what);
        }
    }

    Document read(byte[] text) {
        if (text == null || text.length == 0) {
            return unreadable("It is empty; write " + name + ".");
        }
        if (text.length > MAX_BYTES) {
            return unreadable("It is larger than 1 MiB; write several.");
        }
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() == null) {
                return unreadable("It is empty; write " + name + ".");
            }
            JsonNode root = value(parser);
            return parser.nextToken() == null
                    ? new Document.Tree(root)
                    : unreadable("There is more behind its end; write one document.");
        } catch (BeyondJson e) {
            return unreadable(e.getMessage());
        } catch (JsonProcessingException e) {
            return unreadable("It is not well-formed " + name + ", has a member twice, or nests more than " + MAX_DEPTH
                    + " deep" + line(e.getLocation()) + ".");
        } catch (IOException | RuntimeException e) {
            // SnakeYAML throws its own where Jackson does not know them.
            return unreadable("It is not well-formed " + name + " in UTF-8.");
        }
    }

    private static JsonNode value(JsonParser parser) throws IOException {
        refuseBeyondJson(parser);
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> JsonNodeFactory.instance.textNode(parser.getText());
            case VALUE_NUMBER_INT -> JsonNodeFactory.instance.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> JsonNodeFactory.instance.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> JsonNodeFactory.instance.booleanNode(true);
            case VALUE_FALSE -> JsonNodeFactory.instance.booleanNode(false);
            case VALUE_NULL -> JsonNodeFactory.instance.nullNode();
            default -> throw new BeyondJson("It holds what JSON has no word for; write plain values.");
        };
    }

    private static ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            object.set(name, value(parser));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private static void refuseBeyondJson(JsonParser parser) throws IOException {
        if (parser instanceof YAMLParser yaml
                && (yaml.isCurrentAlias() || yaml.getObjectId() != null || yaml.getTypeId() != null)) {
            throw new BeyondJson("It has an anchor, an alias or a tag" + line(parser.currentTokenLocation())
                    + "; write the value out.");
        }
    }

    private static Document unreadable(String detail) {
        return new Document.Unreadable(new RuleFault("", detail));
    }

    private static String line(JsonLocation location) {
        return location == null || location.getLineNr() < 1 ? "" : " (line " + location.getLineNr() + ")";
    }

    private static LoaderOptions limits() {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(MAX_DEPTH);
        limits.setCodePointLimit(MAX_BYTES);
        limits.setMaxAliasesForCollections(0);
        return limits;
    }
}
