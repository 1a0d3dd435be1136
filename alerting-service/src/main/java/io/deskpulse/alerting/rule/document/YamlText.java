package io.deskpulse.alerting.rule.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.regex.Pattern;

/** Trees as YAML that {@link Document#yaml} makes the same tree of. Pure functions. */
public final class YamlText {
    private static final YAMLMapper YAML = new YAMLMapper(YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .stringQuotingChecker(new Quoting())
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());

    private YamlText() {}

    /** Leaves the quotes out only where no version of YAML takes the text for anything else. */
    private static final class Quoting extends StringQuotingChecker {
        private static final long serialVersionUID = 1L;

        private static final Pattern PLAIN = Pattern.compile(
                "[a-zA-Z\\u4e00-\\u9fff]([\\w\\u4e00-\\u9fff ./()-]*[\\w\\u4e00-\\u9fff)])?|(\\d{1,9}(ms|[wdhms]))+");

        @Override
        public boolean needToQuoteName(String name) {
            return isReservedKeyword(name) || !PLAIN.matcher(name).matches();
        }

        @Override
        public boolean needToQuoteValue(String value) {
            return isReservedKeyword(value) || !PLAIN.matcher(value).matches();
        }
    }

    public static String write(JsonNode tree) {
        try {
            return YAML.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }
}
