package io.deskpulse.survey.definition.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.definition.Conditions;
import io.deskpulse.survey.definition.Definition;
import io.deskpulse.survey.definition.Dimension;
import io.deskpulse.survey.definition.Look;
import io.deskpulse.survey.definition.Policy;
import io.deskpulse.survey.definition.Sampling;
import io.deskpulse.survey.definition.Terms;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionReaderTest {
    private static final String QUESTION = "{'id':'q','kind':'csat','text':{'en':'?'}}";

    @Test
    void whatIsWrittenIsReadAgain() {
        Definition read = read(Definitions.afterChat(
                "\"trigger\":\"after-chat\",\"quota\":5,\"validFor\":\"PT1H\",\"endsAt\":\"2027-01-01T00:00:00Z\","
                        + "\"look\":{\"accent\":\"#00ff00\",\"position\":\"inline\"}"));

        assertThat(read(DefinitionWriter.write(read).toString())).isEqualTo(read);
    }

    @Test
    void policyThatIsWrittenIsReadAgain() {
        Definition read = read(
                Definitions.afterChat(
                        """
                "policy": {"ask": "close", "means": "email", "delay": "PT1H", "again": "P90D", "exempt": true,
                  "conditions": {"outcome": ["resolved_by_bot"], "channel": [" Web ", "app"]},
                  "sampling": {"percent": 12.5, "by": "segment", "strata": {"VIP": 100}}}"""));

        Policy policy = read.terms().policy();
        assertThat(read(DefinitionWriter.write(read).toString())).isEqualTo(read);
        assertThat(policy.conditions().meets(Dimension.CHANNEL, "WEB")).isTrue();
        assertThat(policy.sampling().of("vip")).isEqualTo(new Sampling.Share("vip", 1));
        assertThat(policy.sampling().of(null)).isEqualTo(new Sampling.Share("~other", 0.125));
        assertThat(policy.sampling().of("new").weight()).isEqualTo(8);
    }

    @Test
    void whatIsLeftOutHasADefault() {
        Definition read = read(survey(QUESTION));

        assertThat(read.look()).isEqualTo(Look.STANDARD);
        assertThat(read.terms()).isEqualTo(Terms.STANDARD);
        assertThat(read.terms().validFor()).isEqualTo(Duration.ofDays(7));
        assertThat(read.questions().get(0).asked().required()).isFalse();
    }

    @Test
    void languageOfAConditionTakesInItsRegions() {
        Conditions conditions = new Conditions(Map.of(Dimension.LANGUAGE, Set.of("zh", "pt-BR")));

        assertThat(conditions.meets(Dimension.LANGUAGE, "zh-CN")).isTrue();
        assertThat(conditions.meets(Dimension.LANGUAGE, "pt-br")).isTrue();
        assertThat(conditions.meets(Dimension.LANGUAGE, "pt")).isFalse();
        assertThat(conditions.meets(Dimension.LANGUAGE, null)).isFalse();
        assertThat(conditions.meets(Dimension.TOPIC, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csat", "nps", "ces", "service-quality"})
    void templatesAreWholeInBothLanguages(String id) {
        Definition template = new Templates().find(id).orElseThrow();

        assertThat(template.nearest("zh-CN")).isEqualTo("zh-CN");
        assertThat(template.questions()).allSatisfy(question -> assertThat(question.texts())
                .allMatch(text -> text.wording().speaks("en") && text.wording().speaks("zh-CN")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    {'id':'q','kind':'csat','points':4,'text':{'en':'?'}}                        | /questions/0/points
                    {'id':'q','kind':'csat','points':0,'text':{'en':'?'}}                        | /questions/0/points
                    {'id':'q','kind':'ces','points':10,'text':{'en':'?'}}                        | /questions/0/points
                    {'id':'q','kind':'nps','points':10,'text':{'en':'?'}}                        | /questions/0/points
                    {'id':'q','kind':'stars','text':{'en':'?'}}                                  | /questions/0/kind
                    {'id':'q','text':{'en':'?'}}                                                 | /questions/0/kind
                    {'id':'Q 1','kind':'csat','text':{'en':'?'}}                                 | /questions/0/id
                    {'id':'q','kind':'csat'}                                                     | /questions/0/text
                    {'id':'q','kind':'csat','text':{'zh-CN':'?'}}                                | /questions/0/text
                    {'id':'q','kind':'csat','text':{'en':' '}}                                   | /questions/0/text/en
                    {'id':'q','kind':'csat','text':{'en':7}}                                     | /questions/0/text/en
                    {'id':'q','kind':'csat','text':{'en':'?'},'low':{'fr':'mal'}}                | /questions/0/low
                    {'id':'q','kind':'csat','text':{'en':'?'},'options':[]}                      | /questions/0/options
                    {'id':'q','kind':'csat','text':{'en':'?'},'showIf':{'question':'x','atMost':1}} | /questions/0/showIf/question
                    {'id':'q','kind':'csat','text':{'en':'?'},'showIf':{'question':'q','atMost':1}} | /questions/0/showIf/question
                    {'id':'q','kind':'csat','text':{'en':'?'},'showIf':{'question':'x'}}         | /questions/0/showIf
                    {'id':'q','kind':'choice','text':{'en':'?'},'options':[{'id':'a','text':{'en':'a'}}]} | /questions/0/options
                    {'id':'q','kind':'choice','text':{'en':'?'},'options':[{'id':'a','text':{'en':'a'}},{'id':'a','text':{'en':'b'}}]} | /questions/0/options/1/id
                    {'id':'q','kind':'rating','text':{'en':'?'},'aspects':[]}                    | /questions/0/aspects
                    {'id':'q','kind':'rating','text':{'en':'?'},'aspects':[{'id':'a','text':{'fr':'a'}}]} | /questions/0/aspects/0/text
                    {'id':'q','kind':'text','maxLength':8001,'text':{'en':'?'}}                  | /questions/0/maxLength
                    """)
    void faultOfAQuestionIsPointedTo(String question, String pointer) {
        assertThat(faultOf(survey(question)).pointer()).isEqualTo(pointer);
    }

    @Test
    void duplicateQuestionIdIsPointedTo() {
        assertThat(faultOf(survey(QUESTION + "," + QUESTION)).pointer()).isEqualTo("/questions/1/id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    csat   | {'question':'later','atMost':1}  | /questions/1/showIf/question
                    csat   | {'question':'first','anyOf':['a']} | /questions/1/showIf/question
                    choice | {'question':'first','atMost':1}  | /questions/1/showIf/question
                    choice | {'question':'first','anyOf':['a','c']} | /questions/1/showIf/anyOf/1
                    text   | {'question':'first','atLeast':1} | /questions/1/showIf/question
                    """)
    void conditionThatCannotHoldIsPointedTo(String kind, String showIf, String pointer) {
        String options =
                kind.equals("choice") ? ",'options':[{'id':'a','text':{'en':'a'}},{'id':'b','text':{'en':'b'}}]" : "";
        String first = "{'id':'first','kind':'" + kind + "','text':{'en':'?'}" + options + "}";
        String second = "{'id':'second','kind':'csat','text':{'en':'?'},'showIf':" + showIf + "}";
        String later = "{'id':'later','kind':'csat','text':{'en':'?'}}";

        assertThat(faultOf(survey(first + "," + second + "," + later)).pointer())
                .isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    'quota':0                        | /quota
                    'quota':1.5                      | /quota
                    'validFor':'a week'              | /validFor
                    'validFor':'PT1S'                | /validFor
                    'endsAt':'tomorrow'              | /endsAt
                    'trigger':'After chat'           | /trigger
                    'look':{'accent':'red'}          | /look/accent
                    'look':{'position':'top'}        | /look/position
                    'look':{'font':'serif'}          | /look/font
                    'thanks':{'fr':'merci'}          | /thanks
                    'thanks':{}                      | /thanks
                    'titel':{'en':'?'}               | /titel
                    'name':'again'                   | ""
                    'policy':{'ask':'often'}         | /policy/ask
                    'policy':{'means':'email'}       | /policy/means
                    'policy':{'delay':'PT1H'}        | /policy/delay
                    'policy':{'ask':'close','delay':'P8D'}    | /policy/delay
                    'policy':{'again':'PT1S'}        | /policy/again
                    'policy':{'exempt':'yes'}        | /policy/exempt
                    'policy':{'when':{}}             | /policy/when
                    'policy':{'conditions':{'mood':['good']}} | /policy/conditions/mood
                    'policy':{'conditions':{'topic':[]}}      | /policy/conditions/topic
                    'policy':{'conditions':{'topic':['a','']}} | /policy/conditions/topic/1
                    'policy':{'sampling':{'percent':0}}       | /policy/sampling/percent
                    'policy':{'sampling':{'percent':'all'}}   | /policy/sampling/percent
                    'policy':{'sampling':{'by':'segment'}}    | /policy/sampling/strata
                    'policy':{'sampling':{'strata':{'a':5}}}  | /policy/sampling/by
                    'policy':{'sampling':{'by':'segment','strata':{'a/b':101}}} | /policy/sampling/strata/a~1b
                    """)
    void faultOfTheRestIsPointedTo(String member, String pointer) {
        assertThat(faultOf("{'name':'s','defaultLanguage':'en','questions':[" + QUESTION + "]," + member + "}")
                        .pointer())
                .isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "7", "{} {}"})
    void whatIsNoObjectIsRefusedAsAWhole(String body) {
        assertThat(faultOf(body).pointer()).isEmpty();
    }

    @Test
    void detailNeverQuotesWhatWasSent() {
        assertThat(faultOf(survey("{'id':'secret value','kind':'csat','text':{'en':'?'}}")))
                .hasMessageNotContaining("secret");
    }

    private static String survey(String questions) {
        return "{'name':'s','defaultLanguage':'en','questions':[" + questions + "]}";
    }

    private static InvalidMember faultOf(String json) {
        return catchThrowableOfType(InvalidMember.class, () -> read(json));
    }

    private static Definition read(String json) {
        return DefinitionReader.read((json.contains("\"") ? json : json.replace('\'', '"')).getBytes(UTF_8));
    }
}
