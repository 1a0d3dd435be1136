package io.deskpulse.alerting.notification;

import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.route.Route;
import io.deskpulse.alerting.route.Routing;
import io.deskpulse.alerting.silence.Silence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What decides whether people are told of the alerts of a group. Used by one thread.
 *
 * @param route of the group; empty where the routing has it no more
 * @param firing the labels of all alerts of the tenant that fire; read where somebody asks
 * @param silences those in force
 */
record Situation(
        Instant now,
        Group group,
        Routing routing,
        Optional<Route> route,
        Supplier<List<Labels>> firing,
        List<Silence> silences) {}
