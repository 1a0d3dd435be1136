package io.deskpulse.alerting.rule.document;

import io.deskpulse.alerting.rule.Condition;
import io.deskpulse.alerting.rule.Query;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.rule.RuleFault;
import io.deskpulse.alerting.window.Supported;
import io.deskpulse.catalogue.definition.Catalogue;
import io.deskpulse.catalogue.definition.Direction;
import io.deskpulse.catalogue.definition.Formula;
import io.deskpulse.catalogue.definition.Metric;
import io.deskpulse.catalogue.definition.Stat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a rule fits the metric that it watches. Used by one thread. */
final class RuleCheck {
    private static final Set<Formula> SHARES = EnumSet.of(Formula.RATIO, Formula.TOP_BOX);

    private static final Duration HOUR = Duration.ofHours(1);

    private final Rule rule;
    private final String pointer;
    private final List<RuleFault> faults = new ArrayList<>();

    private RuleCheck(Rule rule, String pointer) {
        this.rule = rule;
        this.pointer = pointer;
    }

    /**
     * What is wrong; nothing is said of what has a fault already.
     *
     * @param known the faults that were found before
     */
    static List<RuleFault> faults(Rule rule, String pointer, Catalogue catalogue, List<RuleFault> known) {
        if (rule.condition() instanceof Condition.Always) {
            return List.of();
        }
        RuleCheck check = new RuleCheck(rule, pointer);
        Optional<Metric> metric = Optional.ofNullable(rule.query().metric()).flatMap(catalogue::find);
        if (metric.isPresent()) {
            check.fits(metric.get());
        } else {
            check.unknown(catalogue);
        }
        return check.faults.stream()
                .filter(fault -> known.stream().noneMatch(other -> covers(other.pointer(), fault.pointer())))
                .toList();
    }

    private static boolean covers(String known, String pointer) {
        return pointer.equals(known) || pointer.startsWith(known + "/") && known.contains("/");
    }

    private void unknown(Catalogue catalogue) {
        String id = rule.query().metric();
        fault(
                "/metric",
                id == null
                        ? "It is missing; write the id of a metric (GET /v1/metrics of the metrics-service)."
                        : "There is no such metric"
                                + Part.hint(
                                        id,
                                        catalogue.metrics().stream()
                                                .map(Metric::id)
                                                .toList()));
    }

    private void fits(Metric metric) {
        Supported.refusal(metric).ifPresent(why -> fault("/metric", "It cannot be watched: it " + why + "."));
        fits(metric, rule.query());
        fits(metric, rule.condition());
    }

    private void fits(Metric metric, Query query) {
        if (metric.stat() == null && query.stat() != null) {
            fault("/stat", "Only a metric of times has one; leave it out.");
        }
        boolean money = Supported.money(metric);
        if (money && (query.currency() == null || !query.currency().matches("[A-Z]{3}"))) {
            fault("/currency", "Money is watched in one currency; write its three letters, such as EUR.");
        } else if (!money && query.currency() != null) {
            fault("/currency", "This metric is no money; leave it out.");
        }
        if (!metric.dimensional() && !query.by().isEmpty()) {
            fault("/by", "This metric is not split by dimensions; leave it out.");
        }
        if (!metric.dimensional() && !query.where().isEmpty()) {
            fault("/where", "This metric is not split by dimensions; leave it out.");
        }
    }

    private void fits(Metric metric, Condition condition) {
        if (condition instanceof Condition.Threshold threshold) {
            Limits.fault(metric, threshold.limit()).ifPresent(detail -> fault("/condition/limit", detail));
            if (threshold.certainty() == Condition.Certainty.BOUND && !hasInterval(metric)) {
                fault("/condition/certainty", "No interval is known of this; write value, and minSamples.");
            }
        } else if (condition instanceof Condition.Change change) {
            if (change.significant() && !hasTest(metric)) {
                fault("/condition/significant", "Only shares and means can be tested; write false, and minSamples.");
            }
            if (change.baseline() == Condition.Baseline.LAST_WEEK) {
                wholeHours("/window", rule.query().window());
                wholeHours("/slide", rule.query().slide());
            }
        } else if (condition instanceof Condition.BurnRate burnRate) {
            if (!SHARES.contains(metric.formula()) || metric.direction() == Direction.NONE) {
                fault("/condition/type", "A budget is burnt by a share of good or bad things only; write threshold.");
            }
            if (burnRate.shortWindow().compareTo(rule.query().window()) >= 0) {
                fault("/condition/shortWindow", "Write less than the window.");
            }
        }
    }

    private void wholeHours(String at, Duration length) {
        if (length.toMillis() % HOUR.toMillis() != 0) {
            fault(at, "Of last week only hours are known; write whole hours, such as 1h.");
        }
    }

    /** Whether more of it makes its interval narrower: that of a percentile is the error of its sketch. */
    private boolean hasInterval(Metric metric) {
        return hasTest(metric) || metric.formula() == Formula.NET_PROMOTER;
    }

    private boolean hasTest(Metric metric) {
        return SHARES.contains(metric.formula())
                || metric.formula() == Formula.MEAN
                || metric.formula() == Formula.DISTRIBUTION && rule.query().stat() == Stat.MEAN;
    }

    private void fault(String at, String detail) {
        faults.add(new RuleFault(pointer + at, detail));
    }
}
