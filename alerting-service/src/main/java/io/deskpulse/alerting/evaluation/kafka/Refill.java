package io.deskpulse.alerting.evaluation.kafka;

import io.deskpulse.alerting.evaluation.Evaluator;
import io.deskpulse.alerting.evaluation.RulesNow;
import java.util.Map;

/**
 * Windows that were filled beside those in use, since other rules look at more.
 *
 * @param evaluators with the new rules and nothing else but windows, by tenant
 * @param position of the first record that they have not taken
 */
record Refill(RulesNow rules, Map<String, Evaluator> evaluators, long position) {}
