package io.deskpulse.alerting.rule;

import java.time.Duration;

/**
 * When a breach becomes an alert, and when it ends. Immutable.
 *
 * @param holdFor how long it must be breached before it fires ({@code for}); zero: at once
 * @param keepFiringFor how long it goes on firing after it has recovered; zero: not at all
 * @param minSamples below so many things an interval says nothing, the instance is insufficient; 0 takes any
 * @param noData what becomes of an instance without data
 * @param vanishAfter after so many evaluations without its series an instance that fires is resolved as vanished; others are forgotten
 * @param maxInstances the most groups watched; what is beyond it is counted and told, not watched
 */
public record Pace(
        Duration holdFor,
        Duration keepFiringFor,
        int minSamples,
        NoDataPolicy noData,
        int vanishAfter,
        int maxInstances) {}
