package io.deskpulse.catalogue.definition;

import io.deskpulse.catalogue.measure.Measure;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The definition of one metric. Measures are named by their ids: those of a metric that is not live need not exist yet.
 * Immutable.
 *
 * @param id its name in queries; never changes its meaning without a new version
 * @param version counts changes of meaning
 * @param name what people call it
 * @param description what is counted
 * @param unit what a value is measured in
 * @param kind what sort of number it is
 * @param formula how the value is made
 * @param inputs what it is made of
 * @param stat what is shown of a distribution by default; else null
 * @param cohort whose time it is filed under
 * @param exclusions what is left out
 * @param direction which way is good
 * @param target where it should be, or null
 * @param rows the rows behind the number
 * @param dimensional whether it can be split and filtered by the dimensions
 * @param live whether it is counted already
 * @param needs what it waits for where it is not
 */
public record Metric(
        String id,
        int version,
        Text name,
        Text description,
        Unit unit,
        Kind kind,
        Formula formula,
        Inputs inputs,
        Stat stat,
        Cohort cohort,
        Set<Exclusion> exclusions,
        Direction direction,
        Target target,
        Rows rows,
        boolean dimensional,
        boolean live,
        Set<Need> needs) {

    /** Below this many a value is flagged as a small sample. */
    public static final int MINIMUM_SAMPLE = 20;

    /** Rejects what contradicts itself. */
    public Metric {
        if (id == null || !id.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("id: need lower-case letters, digits and _");
        }
        if (version < 1) {
            throw new IllegalArgumentException("version: need 1 or more");
        }
        if (live != needs.isEmpty()) {
            throw new IllegalArgumentException("needs: a live metric needs nothing, any other says what it waits for");
        }
        if ((formula == Formula.DISTRIBUTION) != (stat != null)) {
            throw new IllegalArgumentException(
                    "stat: belongs to metrics with the formula distribution, and only to them");
        }
        if (target != null && target.stat() != null && stat == null) {
            throw new IllegalArgumentException("target: stat is for metrics with the formula distribution");
        }
        formula.check(inputs);
        if (live) {
            inputs.checkMeasures(formula);
        }
        exclusions = Set.copyOf(exclusions);
        needs = Set.copyOf(needs);
    }

    /** The measures whose tallies are added up to the numerator; of a live metric. */
    public List<Measure> numerator() {
        return Inputs.measures(inputs.numerator());
    }

    /** The measures of the denominator; empty where there is none. */
    public List<Measure> denominator() {
        return Inputs.measures(inputs.denominator());
    }

    /** Splits of its own: name to value to measure; such as messages by sender. */
    public Map<String, Map<String, String>> parts() {
        return inputs.parts();
    }
}
