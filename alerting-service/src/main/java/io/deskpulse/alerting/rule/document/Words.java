package io.deskpulse.alerting.rule.document;

import io.deskpulse.alerting.rule.Condition;
import io.deskpulse.alerting.rule.NoDataPolicy;
import io.deskpulse.alerting.rule.Operator;
import io.deskpulse.alerting.rule.Severity;
import io.deskpulse.catalogue.definition.Stat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The constants of rules as documents write them. */
final class Words {
    static final Map<String, Operator> OPERATORS = of(Operator.values(), Operator::sign);
    static final Map<String, Severity> SEVERITIES = of(Severity.values(), Words::lower);
    static final Map<String, NoDataPolicy> NO_DATA = of(NoDataPolicy.values(), Words::lower);
    static final Map<String, Stat> STATS = of(Stat.values(), Stat::id);
    static final Map<String, Condition.Certainty> CERTAINTIES = of(Condition.Certainty.values(), Words::lower);
    static final Map<String, Condition.Measure> MEASURES = of(Condition.Measure.values(), Words::lower);
    static final Map<String, Condition.Baseline> BASELINES = of(
            Condition.Baseline.values(), baseline -> baseline == Condition.Baseline.PREVIOUS ? "previous" : "lastWeek");

    private Words() {}

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E> String of(Map<String, E> words, E constant) {
        return words.entrySet().stream()
                .filter(word -> word.getValue() == constant)
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static <E> Map<String, E> of(E[] constants, Function<E, String> word) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : constants) {
            words.put(word.apply(constant), constant);
        }
        return words;
    }
}
