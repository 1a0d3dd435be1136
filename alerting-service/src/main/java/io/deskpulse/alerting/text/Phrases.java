package io.deskpulse.alerting.text;

import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.Severity;
import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.definition.Text;
import java.time.Duration;
import java.util.List;

/** How one language says things. Pure functions. */
interface Phrases {
    /** All languages in which everything is there. */
    List<Phrases> ALL = List.of(new EnglishPhrases(), new ChinesePhrases());

    /** As documents and answers name the language. */
    String tag();

    /** The text in this language. */
    String of(Text text);

    /** What stands where there is no value. */
    String nothing();

    String percent(String number);

    /** A difference of shares. */
    String points(String number);

    String seconds(String number);

    String milliseconds(String number);

    String hours(String number);

    String perMinute(String number);

    /** A length of time such as 15 min. */
    String length(Duration length);

    String dimension(Dimension dimension);

    /** One of these values. */
    String any(List<String> values);

    /** Values of dimensions, one after the other. */
    String list(List<String> values);

    /** A metric of a group. */
    String subject(String metric, String group);

    /**
     * So many things.
     *
     * @param rows of which kind, as the catalogue names it
     */
    String sample(long count, String rows);

    String state(State state);

    String reason(Reason reason);

    String severity(Severity severity);

    /** One line that says what there is, without what the rule's author has said. */
    String summary(Rule rule, Said said);

    /** The same in full. */
    String description(Rule rule, Said said);
}
