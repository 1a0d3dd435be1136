package io.deskpulse.alerting.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
    private static final Map<String, String> VALUES =
            Map.of("value", "48 %", "group.variant", "bot-b", "evil", "{value}");

    @ParameterizedTest
    @CsvSource({
        "plain,plain",
        "is {value},is 48 %",
        "{ value }{group.variant},48 %bot-b",
        "{{value}},{value}",
        "{{{value}}},{48 %}",
        "{evil},{value}"
    })
    void valuesAndSignsComeOut(String text, String rendered) {
        assertThat(sound(text).render(VALUES::get, 100)).contains(rendered);
    }

    @ParameterizedTest
    @CsvSource({"{vale}", "{#for x in y}", "{value", "value}", "{}", "{value.foo()}", "{{value}"})
    void whatIsNoTemplateIsKnownWhenItIsParsed(String text) {
        assertThat(Template.parse(text, VALUES.keySet())).isInstanceOf(Template.Parsed.Faulty.class);
    }

    @Test
    void tooLongOrMissingIsNothing() {
        assertThat(sound("{value}").render(VALUES::get, 3)).isEmpty();
        assertThat(sound("{value}").render(name -> null, 100)).isEmpty();
    }

    @Property
    void escapedTextComesOutAsItIs(@ForAll String text) {
        String escaped = text.replace("{", "{{").replace("}", "}}");

        assertThat(sound(escaped).render(VALUES::get, Integer.MAX_VALUE)).contains(text);
    }

    @Property
    void anyTextIsATemplateOrAFault(@ForAll String text) {
        assertThat(Template.parse(text, Set.of("value"))).isNotNull();
    }

    private static Template sound(String text) {
        return ((Template.Parsed.Sound) Template.parse(text, VALUES.keySet())).template();
    }
}
