package io.deskpulse.deploy.manifest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns JSON into the objects of fabric8 and Strimzi. */
final class ManifestReader {
    private static final ObjectMapper LENIENT = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .annotationIntrospector(new Strict())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ManifestReader() {}

    static <T> T lenient(Manifest manifest, Class<T> type) {
        return lenient(manifest.json(), type);
    }

    static <T> T lenient(JsonNode json, Class<T> type) {
        return LENIENT.convertValue(json, type);
    }

    /** Why an object is none of its kind: a field that there is not, or a value of the wrong type. */
    static Optional<String> fault(Manifest manifest, Class<?> type) {
        try {
            STRICT.treeToValue(manifest.json(), type);
            return Optional.empty();
        } catch (JsonMappingException e) {
            String path = e.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "/" + step.getIndex() : "/" + step.getFieldName())
                    .collect(Collectors.joining());
            return Optional.of(path + ": " + e.getOriginalMessage().replaceFirst(" \\(class .*", ""));
        } catch (JsonProcessingException e) {
            return Optional.of(e.getOriginalMessage());
        }
    }

    /** The models keep what they do not know, so that clients lose nothing; here it is a mistake. */
    private static final class Strict extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated member) {
            return false;
        }

        @Override
        public JsonIgnoreProperties.Value findPropertyIgnoralByName(MapperConfig<?> config, Annotated annotated) {
            return JsonIgnoreProperties.Value.empty();
        }

        @Override
        public boolean hasIgnoreMarker(AnnotatedMember member) {
            return member.getName().contains("dditionalPropert") || super.hasIgnoreMarker(member);
        }
    }
}
