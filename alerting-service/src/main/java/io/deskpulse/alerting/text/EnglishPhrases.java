package io.deskpulse.alerting.text;

import io.deskpulse.alerting.alert.Reason;
import io.deskpulse.alerting.alert.State;
import io.deskpulse.alerting.rule.Condition;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.Severity;
import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.definition.Text;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** English. */
final class EnglishPhrases implements Phrases {
    private static final Map<String, String> ROWS = Map.of(
            "episodes", "conversation",
            "replies", "response",
            "messages", "message",
            "answers", "answer",
            "offers", "survey offer",
            "visits", "visit",
            "incidents", "incident",
            "events", "event");

    @Override
    public String tag() {
        return "en";
    }

    @Override
    public String of(Text text) {
        return text.en();
    }

    @Override
    public String nothing() {
        return "no value";
    }

    @Override
    public String percent(String number) {
        return number + " %";
    }

    @Override
    public String points(String number) {
        return number + " points";
    }

    @Override
    public String seconds(String number) {
        return number + " s";
    }

    @Override
    public String milliseconds(String number) {
        return number + " ms";
    }

    @Override
    public String hours(String number) {
        return number + " h";
    }

    @Override
    public String perMinute(String number) {
        return number + " per minute";
    }

    @Override
    public String length(Duration length) {
        return Lengths.words(length, " ", " d", " h", " min", " s");
    }

    @Override
    public String dimension(Dimension dimension) {
        return dimension.id();
    }

    @Override
    public String any(List<String> values) {
        return String.join(" or ", values);
    }

    @Override
    public String list(List<String> values) {
        return String.join(", ", values);
    }

    @Override
    public String subject(String metric, String group) {
        return group.isEmpty() ? metric : metric + " of " + group;
    }

    @Override
    public String sample(long count, String rows) {
        return Figures.whole(count) + " " + ROWS.getOrDefault(rows, "sample") + (count == 1 ? "" : "s");
    }

    @Override
    public String state(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String severity(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String reason(Reason reason) {
        return switch (reason) {
            case BREACHED -> "the condition holds";
            case HELD -> "the condition has held for long enough";
            case RECOVERED -> "it has recovered";
            case KEPT_LONG_ENOUGH -> "it has stayed recovered";
            case NO_DATA -> "there is no data";
            case INSUFFICIENT_SAMPLE -> "there is too little data";
            case VANISHED -> "its series is gone";
            case ERROR -> "the rule could not be evaluated";
            case RULE_CHANGED -> "the rule was changed";
            case RULE_REMOVED -> "the rule was removed";
            case RESOLVED_BY_HAND -> "it was resolved by hand";
            case HAPPENED -> "it happened in a conversation";
            case OVER -> "it is over";
        };
    }

    @Override
    public String summary(Rule rule, Said said) {
        if (rule.condition() instanceof Condition.Always) {
            return said.state() == State.NORMAL
                    ? said.name() + " is over: " + reason(said.reason())
                    : said.name() + ": alerting works; this alert always fires, and whoever misses it must act";
        }
        return switch (said.reason()) {
            case BREACHED, HELD, INSUFFICIENT_SAMPLE -> breach(rule.condition(), said) + behind(said);
            case RECOVERED, KEPT_LONG_ENOUGH -> recovered(rule.condition(), said) + behind(said);
            case NO_DATA -> said.subject() + " has had no data for " + said.window();
            case VANISHED -> said.subject() + " has not been seen any more";
            default -> said.subject() + ": " + reason(said.reason());
        };
    }

    @Override
    public String description(Rule rule, Said said) {
        StringBuilder text = new StringBuilder(said.name())
                .append(": ")
                .append(summary(rule, said))
                .append('.');
        if (said.interval() != null) {
            text.append(" 95 % interval: ").append(said.interval()).append('.');
        }
        if (said.span() != null) {
            text.append(" Window: ").append(said.span()).append('.');
        }
        return text.toString();
    }

    private static String breach(Condition condition, Said said) {
        if (condition instanceof Condition.Change) {
            return said.subject() + " is " + said.value() + ", it was " + said.baseline() + " (change " + said.change()
                    + ", limit " + said.limit() + ")";
        }
        if (condition instanceof Condition.BurnRate burnRate) {
            return said.subject() + " is " + said.value() + " and uses its budget up more than "
                    + Figures.number(burnRate.factor(), 2) + " times too fast (limit " + said.limit() + ")";
        }
        return condition instanceof Condition.NoData
                ? said.subject() + " has had no data for " + said.window()
                : said.subject() + " is " + said.value() + " (limit " + said.limit() + ")";
    }

    private static String recovered(Condition condition, Said said) {
        return condition instanceof Condition.NoData
                ? said.subject() + " has data again"
                : said.subject() + " has recovered: " + said.value() + " (limit " + said.limit() + ")";
    }

    private static String behind(Said said) {
        return said.sample() == null ? "" : ", " + said.sample() + " in the last " + said.window();
    }
}
