package io.deskpulse.contracts.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertChangedTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path RESOURCES = Path.of("src/main/resources");

    @ParameterizedTest
    @ValueSource(strings = {"fired", "acknowledged"})
    void isWrittenAsTheGoldenSampleSays(String name) throws IOException {
        JsonNode sample = sample(name);

        AlertChanged read = JSON.treeToValue(sample, AlertChanged.class);

        assertThat(JSON.readTree(JSON.writeValueAsString(read))).isEqualTo(sample);
        assertThat(read.change().name()).isEqualToIgnoringCase(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fired", "acknowledged"})
    void isAsTheSchemaSays(String name) throws IOException {
        assertThat(schema().validate(sample(name).toString(), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant", "fingerprint", "revision", "change", "state", "labels", "at"})
    void isNothingWithoutWhatItMustHave(String member) throws IOException {
        var less = ((ObjectNode) sample("fired")).without(member);

        assertThat(schema().validate(less.toString(), InputFormat.JSON)).isNotEmpty();
    }

    private static JsonNode sample(String name) throws IOException {
        return JSON.readTree(Files.readString(RESOURCES.resolve("samples/alerts/" + name + ".json")));
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(RESOURCES.resolve("schemas/alert/1.json")), InputFormat.JSON);
    }
}
