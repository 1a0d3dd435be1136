package io.deskpulse.alerting.evaluation;

import io.deskpulse.alerting.instance.Machine;
import io.deskpulse.alerting.rule.Condition;
import io.deskpulse.alerting.rule.NoDataPolicy;
import io.deskpulse.alerting.rule.Query;
import io.deskpulse.alerting.rule.Rule;
import io.deskpulse.alerting.window.Cut;
import io.deskpulse.alerting.window.MetricReader;
import io.deskpulse.alerting.window.Needs;
import io.deskpulse.alerting.window.Reading;
import io.deskpulse.alerting.window.Supported;
import io.deskpulse.alerting.window.Tallies;
import io.deskpulse.alerting.window.Windows;
import io.deskpulse.catalogue.cell.Granularity;
import io.deskpulse.catalogue.definition.Catalogue;
import io.deskpulse.catalogue.definition.Direction;
import io.deskpulse.catalogue.definition.Metric;
import java.time.Duration;
import java.util.List;

/**
 * A rule made ready to be evaluated: what it reads, and how it judges. Immutable, thread-safe.
 *
 * @param reader null for a rule that looks at nothing
 * @param early whether it may fire before its window is over
 */
record WatchedRule(Rule rule, Cut cut, MetricReader reader, Check check, Machine machine, boolean early) {
    private static final Duration WEEK = Duration.ofDays(7);

    /**
     * Makes a rule ready.
     *
     * @throws IllegalArgumentException where its metric cannot be watched
     */
    static WatchedRule of(Rule rule, Catalogue catalogue) {
        Query query = rule.query();
        Cut cut = Cut.of(query.by(), query.where());
        if (query.metric() == null) {
            return new WatchedRule(rule, cut, null, Check.of(rule, Direction.NONE), machine(rule), false);
        }
        Metric metric = catalogue
                .find(query.metric())
                .orElseThrow(() -> new IllegalArgumentException("there is no metric " + query.metric()));
        Supported.refusal(metric).ifPresent(why -> {
            throw new IllegalArgumentException(metric.id() + " " + why);
        });
        return new WatchedRule(
                rule,
                cut,
                new MetricReader(metric, query.stat(), query.currency()),
                Check.of(rule, metric.direction()),
                machine(rule),
                early(rule, metric));
    }

    private static Machine machine(Rule rule) {
        // A rule about silence takes silence for what it looks for.
        NoDataPolicy noData = rule.condition() instanceof Condition.NoData
                ? NoDataPolicy.ALERT
                : rule.pace().noData();
        return new Machine(
                rule.pace().holdFor(),
                rule.pace().keepFiringFor(),
                noData,
                rule.query().slide());
    }

    private static boolean early(Rule rule, Metric metric) {
        return rule.condition() instanceof Condition.Threshold threshold
                && threshold.operator().upward()
                && rule.pace().holdFor().isZero()
                && Supported.grows(metric, rule.query().stat());
    }

    /** Whether groups that are not seen any more are given up. */
    boolean forgets() {
        return !cut.whole() && machine.noData() != NoDataPolicy.ALERT;
    }

    void needs(Needs needs) {
        if (reader == null) {
            return;
        }
        Duration window = rule.query().window();
        Duration back = window;
        if (rule.condition() instanceof Condition.Change change) {
            if (change.baseline() == Condition.Baseline.LAST_WEEK) {
                needs.add(
                        Granularity.HOUR,
                        cut.level(),
                        reader.columns(),
                        WEEK.plus(window).toMillis());
            } else {
                back = window.multipliedBy(2);
            }
        } else if (rule.condition() instanceof Condition.BurnRate burnRate
                && burnRate.shortWindow().compareTo(window) > 0) {
            back = burnRate.shortWindow();
        }
        Duration late = rule.query().delay().plus(rule.query().slide().multipliedBy(2));
        needs.add(
                Granularity.MINUTE,
                cut.level(),
                reader.columns(),
                back.plus(late).toMillis());
    }

    /** The last moment that can be judged when time has come so far; milliseconds. */
    long due(long watermark) {
        long slide = rule.query().slide().toMillis();
        return Math.floorDiv(watermark - rule.query().delay().toMillis(), slide) * slide;
    }

    /** What is counted in the rule's window that ends at a moment; null for a rule that looks at nothing. */
    Tallies read(Windows windows, long end) {
        return reader == null ? null : windows.read(Granularity.MINUTE, cut, end - windowMillis(), end);
    }

    long windowMillis() {
        return rule.query().window().toMillis();
    }

    /** Judges one group at a moment. */
    Judgement judge(Windows windows, Tallies tallies, List<String> group, long end) {
        if (reader == null) {
            return check.judge(Reading.NONE, null);
        }
        return check.judge(reader.read(tallies, group, windowMillis()), new Past() {
            @Override
            public Reading window(Duration length, Duration ago) {
                long to = end - ago.toMillis();
                Tallies then = windows.read(Granularity.MINUTE, cut, to - length.toMillis(), to);
                return reader.read(then, group, length.toMillis());
            }

            @Override
            public Reading lastWeek() {
                long to = end - WEEK.toMillis();
                if (to - windowMillis() < windows.hoursKnownFrom(cut.level())) {
                    return Reading.NONE;
                }
                Tallies then = windows.read(Granularity.HOUR, cut, to - windowMillis(), to);
                return reader.read(then, group, windowMillis());
            }
        });
    }
}
