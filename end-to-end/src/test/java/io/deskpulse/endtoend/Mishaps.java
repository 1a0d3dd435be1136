package io.deskpulse.endtoend;

import io.deskpulse.endtoend.deployment.Deployment;
import io.deskpulse.localstack.process.ServiceProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What is killed when, drawn from a seed and told on standard output, so that a failure can be had again. */
final class Mishaps {
    private final Deployment deployment;
    private final Map<Integer, List<Victim>> plan = new TreeMap<>();

    private enum Victim {
        METRICS,
        INGEST,
        REDIS,
        KAFKA
    }

    private Mishaps(Deployment deployment) {
        this.deployment = deployment;
    }

    /** Kills everything twice, each at a random batch. */
    static Mishaps killsDuring(int batches, long seed, Deployment deployment) {
        Mishaps mishaps = new Mishaps(deployment);
        Random random = new Random(seed);
        for (int time = 0; time < 2; time++) {
            for (Victim victim : Victim.values()) {
                mishaps.plan
                        .computeIfAbsent(random.nextInt(batches), any -> new ArrayList<>())
                        .add(victim);
            }
        }
        System.out.printf("chaos, seed %d, kills before batch of %d: %s%n", seed, batches, mishaps.plan);
        return mishaps;
    }

    /** Kills, and starts again without waiting, what is due before this batch. */
    void happenBefore(int batch) {
        plan.getOrDefault(batch, List.of()).forEach(this::kill);
    }

    /** Returns when everything takes requests again. */
    void awaitRecovery() {
        deployment.stack().kafka().awaitReady();
        deployment.stack().redis().awaitReady();
        deployment.ingest().awaitReady();
        deployment.metrics().awaitReady();
    }

    private void kill(Victim victim) {
        switch (victim) {
            case METRICS -> restart(deployment.metrics().process());
            case INGEST -> restart(deployment.ingest().process());
            case REDIS -> restart(deployment.stack().redis().process());
            case KAFKA -> restart(deployment.stack().kafka().process());
        }
    }

    private static void restart(ServiceProcess process) {
        process.kill9();
        process.start();
    }
}
