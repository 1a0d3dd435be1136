package io.deskpulse.alerting.evaluation;

import java.util.Map;
import java.util.Optional;

/** Where measurements come from, as far as health is concerned. Thread-safe. */
public interface MeasurementSource {
    /** Why rules are not evaluated; empty where all is well. */
    Optional<String> trouble();

    /** Why single partitions of this instance are not evaluated, by partition. */
    Map<Integer, String> waiting();

    /** How many partitions this instance evaluates. */
    int evaluated();

    /** Whether somebody is there who reads. */
    boolean alive();
}
