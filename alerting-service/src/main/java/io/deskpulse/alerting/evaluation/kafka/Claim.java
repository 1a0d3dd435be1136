package io.deskpulse.alerting.evaluation.kafka;

import io.deskpulse.alerting.alert.Fence;
import io.deskpulse.alerting.evaluation.Decided;
import io.deskpulse.alerting.evaluation.PartitionEvaluation;
import io.deskpulse.alerting.evaluation.RulesNow;

/**
 * The right to decide over a partition, and all that is needed to go on with it.
 *
 * @param rules that it was made with
 * @param evaluation with its windows filled and its instances restored
 * @param position of the first record that it has not taken
 * @param restored what has to be stored because the rules are others than when alerts were stored
 */
record Claim(Fence fence, RulesNow rules, PartitionEvaluation evaluation, long position, Decided restored) {}
