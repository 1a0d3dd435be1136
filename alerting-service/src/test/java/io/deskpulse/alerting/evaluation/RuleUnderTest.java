package io.deskpulse.alerting.evaluation;

import io.deskpulse.alerting.rule.Condition;
import io.deskpulse.alerting.rule.NoDataPolicy;
import io.deskpulse.alerting.rule.Notice;
import io.deskpulse.alerting.rule.Operator;
import io.deskpulse.alerting.rule.Pace;
import io.deskpulse.alerting.rule.Query;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.Severity;
import io.deskpulse.catalogue.definition.Stat;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A rule with what most tests do not care about: looked at each minute, over five minutes, without {@code for}. */
public final class RuleUnderTest {
    private final String metric;
    private String tenant = "shop";
    private String id = "low-resolution";
    private int version = 1;
    private Stat stat;
    private String currency;
    private Map<String, List<String>> where = Map.of();
    private List<String> by = List.of();
    private Duration window = Duration.ofMinutes(5);
    private Duration slide = Duration.ofMinutes(1);
    private Duration delay = Duration.ZERO;
    private Condition condition = new Condition.NoData();
    private Duration holdFor = Duration.ZERO;
    private Duration keepFiringFor = Duration.ZERO;
    private int minSamples;
    private NoDataPolicy noData = NoDataPolicy.KEEP;
    private int vanishAfter = 3;
    private int maxInstances = 100;
    private Map<String, String> labels = Map.of();

    private RuleUnderTest(String metric) {
        this.metric = metric;
    }

    public static RuleUnderTest on(String metric) {
        return new RuleUnderTest(metric);
    }

    public static RuleUnderTest always() {
        return new RuleUnderTest(null).when(new Condition.Always());
    }

    public RuleUnderTest of(String aTenant) {
        tenant = aTenant;
        return this;
    }

    public RuleUnderTest named(String anId) {
        id = anId;
        return this;
    }

    public RuleUnderTest version(int aVersion) {
        version = aVersion;
        return this;
    }

    public RuleUnderTest stat(Stat aStat) {
        stat = aStat;
        return this;
    }

    public RuleUnderTest currency(String aCurrency) {
        currency = aCurrency;
        return this;
    }

    public RuleUnderTest where(String dimension, String... values) {
        where = Map.of(dimension, List.of(values));
        return this;
    }

    public RuleUnderTest by(String... dimensions) {
        by = List.of(dimensions);
        return this;
    }

    public RuleUnderTest over(Duration aWindow) {
        window = aWindow;
        return this;
    }

    public RuleUnderTest each(Duration aSlide) {
        slide = aSlide;
        return this;
    }

    public RuleUnderTest delayed(Duration aDelay) {
        delay = aDelay;
        return this;
    }

    public RuleUnderTest when(Condition aCondition) {
        condition = aCondition;
        return this;
    }

    public RuleUnderTest below(double limit) {
        return when(new Condition.Threshold(Operator.BELOW, limit, null, Condition.Certainty.VALUE));
    }

    public RuleUnderTest below(double limit, double recovery) {
        return when(new Condition.Threshold(Operator.BELOW, limit, recovery, Condition.Certainty.VALUE));
    }

    public RuleUnderTest above(double limit) {
        return when(new Condition.Threshold(Operator.ABOVE, limit, null, Condition.Certainty.VALUE));
    }

    public RuleUnderTest holdFor(Duration aFor) {
        holdFor = aFor;
        return this;
    }

    public RuleUnderTest keepFiringFor(Duration aFor) {
        keepFiringFor = aFor;
        return this;
    }

    public RuleUnderTest minSamples(int samples) {
        minSamples = samples;
        return this;
    }

    public RuleUnderTest noData(NoDataPolicy policy) {
        noData = policy;
        return this;
    }

    public RuleUnderTest vanishAfter(int evaluations) {
        vanishAfter = evaluations;
        return this;
    }

    public RuleUnderTest maxInstances(int instances) {
        maxInstances = instances;
        return this;
    }

    public RuleUnderTest label(String name, String value) {
        labels = Map.of(name, value);
        return this;
    }

    public Rule make() {
        return new Rule(
                tenant,
                id,
                version,
                Map.of("en", id),
                true,
                new Query(metric, stat, currency, where, by, window, slide, delay),
                condition,
                new Pace(holdFor, keepFiringFor, minSamples, noData, vanishAfter, maxInstances),
                Severity.WARNING,
                new Notice(labels, Map.of(), null, Map.of()));
    }
}
