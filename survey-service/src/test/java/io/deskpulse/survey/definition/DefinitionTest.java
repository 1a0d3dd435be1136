package io.deskpulse.survey.definition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.definition.document.DefinitionReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DefinitionTest {
    private static final Definition SURVEY =
            DefinitionReader.read(Definitions.afterChat().getBytes(UTF_8));

    @ParameterizedTest
    @CsvSource({"zh-CN,zh-CN", "ZH-cn,zh-CN", "zh-TW,zh", "en-GB,en", "fr,en", ",en"})
    void nearestLanguageIsTheExactOneElseItsBaseElseTheDefault(String wanted, String nearest) {
        assertThat(SURVEY.nearest(wanted)).isEqualTo(nearest);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN,满意吗？", "zh,满意吗？", "zh-TW,满意吗？", "en-GB,Satisfied?", "fr,Satisfied?"})
    void eachTextFallsBackByItself(String language, String text) {
        assertThat(SURVEY.questions().get(0).asked().text().in(language, "en")).isEqualTo(text);
    }

    @Test
    void questionIsShownOnlyIfTheEarlierOneWasAnsweredSo() {
        assertThat(shown(Map.of())).doesNotContain("why");
        assertThat(shown(Map.of("csat", new Answer.Score(2, null)))).contains("why");
        assertThat(shown(Map.of("csat", new Answer.Score(3, null)))).doesNotContain("why");
    }

    @Test
    void hiddenQuestionShowsNoOther() {
        Definition chain = DefinitionReader.read(
                """
                {"name": "chain", "defaultLanguage": "en", "questions": [
                  {"id": "a", "kind": "csat", "text": {"en": "?"}},
                  {"id": "b", "kind": "csat", "text": {"en": "?"}, "showIf": {"question": "a", "atMost": 2}},
                  {"id": "c", "kind": "csat", "text": {"en": "?"}, "showIf": {"question": "b", "atLeast": 1}}]}"""
                        .getBytes(UTF_8));

        List<String> shown =
                chain.shown(Map.of("a", new Answer.Score(5, null), "b", new Answer.Score(5, null))).stream()
                        .map(Question::id)
                        .toList();

        assertThat(shown).containsExactly("a");
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void answerThatDoesNotFitIsPointedTo(String question, Answer answer, String pointer) {
        assertThat(SURVEY.question(question).orElseThrow().fault(answer))
                .hasValueSatisfying(fault -> assertThat(fault.pointer()).isEqualTo(pointer));
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                Arguments.of("csat", new Answer.Score(0, null), "/value"),
                Arguments.of("csat", new Answer.Score(6, null), "/value"),
                Arguments.of("csat", new Answer.Score(5, " "), "/comment"),
                Arguments.of("csat", new Answer.Written("5"), ""),
                Arguments.of("why", new Answer.Written("x".repeat(21)), "/text"),
                Arguments.of("why", new Answer.Written("  "), "/text"),
                Arguments.of("why", new Answer.Score(1, null), ""),
                Arguments.of("quality", new Answer.Ratings(Map.of()), "/values"),
                Arguments.of("quality", new Answer.Ratings(Map.of("price", 1)), "/values"),
                Arguments.of("quality", new Answer.Ratings(Map.of("speed", 6)), "/values/speed"),
                Arguments.of("reason", new Answer.Chosen(List.of()), "/options"),
                Arguments.of("reason", new Answer.Chosen(List.of("taste")), "/options/0"),
                Arguments.of("reason", new Answer.Chosen(List.of("price", "price")), "/options/1"),
                Arguments.of("reason", new Answer.Written("price"), ""));
    }

    @ParameterizedTest
    @MethodSource("fits")
    void answerThatFitsHasNoFault(String question, Answer answer) {
        assertThat(SURVEY.question(question).orElseThrow().fault(answer)).isEmpty();
    }

    static Stream<Arguments> fits() {
        return Stream.of(
                Arguments.of("csat", new Answer.Score(1, null)),
                Arguments.of("csat", new Answer.Score(5, "很好")),
                Arguments.of("why", new Answer.Written("😀".repeat(20))),
                Arguments.of("quality", new Answer.Ratings(Map.of("speed", 1))),
                Arguments.of("quality", new Answer.Ratings(Map.of("speed", 1, "attitude", 5))),
                Arguments.of("reason", new Answer.Chosen(List.of("other", "price"))));
    }

    private static List<String> shown(Map<String, Answer> answers) {
        return SURVEY.shown(answers).stream().map(Question::id).toList();
    }
}
