package io.deskpulse.alerting.rule.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
    @Test
    void yamlAndJsonBecomeTheSameTree() {
        Document yaml = Document.yaml("a: [1, 2.5, true, null, x]\nb: {c: '7'}\n".getBytes(UTF_8));
        Document json = Document.json("{\"a\": [1, 2.5, true, null, \"x\"], \"b\": {\"c\": \"7\"}}".getBytes(UTF_8));

        assertThat(yaml).isEqualTo(json).isInstanceOf(Document.Tree.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &x [1]\nb: *x",
                "b: *x",
                "a: !!java.net.URL [http://x.example]",
                "!t {a: 1}",
                "a: 1\na: 2",
                "{a: 1}\n---\n{b: 1}",
                "a: [",
                "a: \"\u0001",
                "",
                "# nothing",
                "a: !!binary aGVsbG8="
            })
    void yamlThatIsBrokenOrSaysMoreThanJsonIsRefused(String yaml) {
        assertThat(Document.yaml(yaml.getBytes(UTF_8))).isInstanceOf(Document.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{} {}", "{", "", "{\"a\": NaN}", "{'a': 1}"})
    void jsonThatIsBrokenIsRefused(String json) {
        assertThat(Document.json(json.getBytes(UTF_8))).isInstanceOf(Document.Unreadable.class);
    }

    @Test
    void bombsOfDepthSizeAndAliasesAreRefused() {
        String laughs = "a: &a [x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]";

        assertThat(Document.yaml("[".repeat(10_000).getBytes(UTF_8))).isInstanceOf(Document.Unreadable.class);
        assertThat(Document.json("[".repeat(10_000).getBytes(UTF_8))).isInstanceOf(Document.Unreadable.class);
        assertThat(Document.yaml(laughs.getBytes(UTF_8))).isInstanceOf(Document.Unreadable.class);
        assertThat(Document.yaml(new byte[2 * 1024 * 1024])).isInstanceOf(Document.Unreadable.class);
        assertThat(Document.json("9".repeat(5000).getBytes(UTF_8))).isInstanceOf(Document.Unreadable.class);
    }

    @Test
    void faultSaysOnWhichLineItIs() {
        Document broken = Document.yaml("a: 1\nb: 2\nc: [\n".getBytes(UTF_8));

        assertThat(((Document.Unreadable) broken).fault().detail()).containsPattern("line \\d");
    }
}
