package io.deskpulse.survey.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.survey.Definitions;
import io.deskpulse.survey.definition.Answer;
import io.deskpulse.survey.definition.Definition;
import io.deskpulse.survey.definition.document.DefinitionReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnswerSheetTest {
    private static final UUID OFFER = UUID.fromString("0193525b-3a6e-7c1f-9d5c-0f2f6e1b7a10");
    private static final Instant NOW = Instant.parse("2026-11-22T07:00:00Z");
    private static final Definition SURVEY =
            DefinitionReader.read(Definitions.afterChat().getBytes(UTF_8));
    private static final Answer BAD = new Answer.Score(1, null);
    private static final Answer GOOD = new Answer.Score(5, null);
    private static final Answer SLOW = new Answer.Written("slow");

    private final AnswerSheet sheet = new AnswerSheet(OFFER, SURVEY, List.of());

    @Test
    void sameAnswerChangesNothing() {
        put("csat", BAD);

        assertThat(put("csat", new Answer.Score(1, null))).isEmpty();
    }

    @Test
    void everyChangeHasTheNextRevision() {
        assertThat(put("csat", BAD)).containsExactly("csat 1");
        assertThat(put("csat", GOOD)).containsExactly("csat 2");
        assertThat(withdraw("csat")).containsExactly("csat 3");
        assertThat(put("csat", GOOD)).containsExactly("csat 4");
    }

    @Test
    void answerToAQuestionThatIsHiddenIsTakenBack() {
        put("csat", BAD);
        put("why", SLOW);

        assertThat(put("csat", GOOD)).containsExactly("csat 2", "why 2");
        assertThat(sheet.answer("why")).isEmpty();
        assertThat(sheet.shows("why")).isFalse();
    }

    @Test
    void answerThatIsTakenBackHidesAsWell() {
        put("csat", BAD);
        put("why", SLOW);

        assertThat(withdraw("csat")).containsExactly("csat 2", "why 2");
    }

    @Test
    void onlyRequiredQuestionsThatAreShownAreMissing() {
        assertThat(sheet.missing()).containsExactly("csat");
        put("csat", BAD);
        assertThat(sheet.missing()).containsExactly("why");
        put("csat", GOOD);
        assertThat(sheet.missing()).isEmpty();
    }

    @Test
    void sheetGoesOnWhereItWasLeft() {
        AnswerSheet later = new AnswerSheet(
                OFFER,
                SURVEY,
                List.of(
                        new GivenAnswer(OFFER, "csat", 3, Optional.of(BAD), NOW),
                        new GivenAnswer(OFFER, "why", 2, Optional.empty(), NOW)));

        assertThat(later.missing()).containsExactly("why");
        assertThat(told(later.put("why", Optional.of(SLOW), NOW))).containsExactly("why 3");
    }

    private List<String> put(String question, Answer answer) {
        return told(sheet.put(question, Optional.of(answer), NOW));
    }

    private List<String> withdraw(String question) {
        return told(sheet.put(question, Optional.empty(), NOW));
    }

    private static List<String> told(List<AnswerSheet.Changed> changes) {
        return changes.stream()
                .map(change -> change.after().question() + " " + change.after().revision())
                .toList();
    }
}
