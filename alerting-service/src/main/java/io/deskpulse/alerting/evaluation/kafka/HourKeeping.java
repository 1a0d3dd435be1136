package io.deskpulse.alerting.evaluation.kafka;

import io.deskpulse.alerting.alert.Fence;
import io.deskpulse.alerting.evaluation.PartitionEvaluation;
import io.deskpulse.alerting.window.HourTallies;
import io.deskpulse.alerting.window.Windows;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Has the hours of one partition stored from time to time, in the background. Used by the thread that reads. */
final class HourKeeping {
    private final Background background;
    private final long everyNanos;
    private final Map<Windows, List<HourTallies>> underWay = new HashMap<>();
    private CompletableFuture<Void> storing;
    private long storedNanos = System.nanoTime();

    HourKeeping(Background background, Duration every) {
        this.background = background;
        this.everyNanos = every.toNanos();
    }

    void goOn(Fence fence, PartitionEvaluation evaluation) {
        if (storing != null) {
            if (storing.isDone()) {
                settle();
            }
        } else if (System.nanoTime() - storedNanos >= everyNanos) {
            storedNanos = System.nanoTime();
            evaluation.watermark().ifPresent(until -> store(fence, evaluation, until));
        }
    }

    private void store(Fence fence, PartitionEvaluation evaluation, Instant until) {
        Map<String, List<HourTallies>> byTenant = new HashMap<>();
        evaluation.evaluators().forEach((tenant, evaluator) -> {
            List<HourTallies> hours = evaluator.windows().takeUnstoredHours(until.toEpochMilli());
            if (!hours.isEmpty()) {
                byTenant.put(tenant, hours);
                underWay.put(evaluator.windows(), hours);
            }
        });
        if (!byTenant.isEmpty()) {
            storing = background.storeHours(fence, byTenant);
        }
    }

    private void settle() {
        if (storing.isCompletedExceptionally()) {
            underWay.forEach(Windows::storeAgain);
        }
        underWay.clear();
        storing = null;
    }
}
