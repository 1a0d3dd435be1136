package io.deskpulse.endtoend.reference;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The definitions of the catalogue that need conversations, visits, costs, incidents and survey answers alone. */
final class Metrics {
    private final Map<String, Function<Slice, Expected>> metrics = new TreeMap<>();

    private Metrics() {}

    static Map<String, Function<Slice, Expected>> all() {
        Metrics all = new Metrics();
        all.counts();
        all.times();
        all.rates();
        all.others();
        all.scores();
        return all.metrics;
    }

    private void counts() {
        count("conversations_started", "conversations_started");
        count("conversations_closed", "conversations_closed");
        count("messages", "messages_customer", "messages_bot", "messages_human");
        count("private_messages", "private_messages");
        count("orphan_events", "orphan_events");
        count("incidents", "incidents");
        metrics.put("throughput", slice -> Expected.ratio(slice.count("conversations_closed"), slice.minutes()));
        metrics.put("concurrent_conversations", slice -> Expected.count(slice.greatestOpen()));
        metrics.put("visitors", slice -> Expected.count(slice.distinct("visitors")));
        metrics.put("hours_saved", slice -> Expected.count(slice.hoursSaved()));
    }

    private void times() {
        percentiles("first_response_time", "p50");
        percentiles("bot_first_response_time", "p50");
        percentiles("human_first_response_time", "p50");
        percentiles("response_time", "p50");
        percentiles("resolution_time", "p50");
        percentiles("session_duration", "mean");
        mean("turns", "turns");
        mean("sentiment_score", "sentiment");
        mean("sentiment_shift", "sentiment_shift");
        mean("visit_duration", "visit_duration");
        mean("mttr", "incident_duration");
    }

    private void rates() {
        rateOfClosed("bot_involvement_rate", "involved");
        rateOfClosed("resolution_rate", "resolved_by_bot");
        rateOfClosed("overall_resolution_rate", "resolved_by_bot", "resolved_by_human");
        rateOfClosed("automation_rate", "automated");
        rateOfClosed("labour_replacement_rate", "automated");
        rateOfClosed("human_intervention_rate", "human_intervened");
        rateOfClosed("completion_rate", "goals");
        rateOfClosed("abandonment_rate", "abandoned");
        rateOfClosed("reopen_rate", "reopened");
        rateOfClosed("repeat_question_rate", "repeated");
        rate("bot_answer_rate", "involved", "answered");
        rate("direct_resolution_rate", "involved", "directly_resolved");
        rate("confirmed_resolution_rate", "involved", "confirmed_resolved");
        rate("escalation_rate", "involved", "escalated_involved");
        rate("fallback_rate", "bot_answers_rated", "bot_fallbacks");
        rate("knowledge_match_rate", "bot_replies", "bot_replies_from_knowledge");
        rate("negative_rate", "sentiment", "sentiment_negative");
        rate("widget_open_rate", "widgets_shown", "widgets_opened");
        rate("bounce_rate", "visits_ended", "bounces");
    }

    private void others() {
        metrics.put(
                "cost_per_conversation",
                slice -> Expected.ratio(slice.sum("cost"), slice.count("conversations_closed")));
        metrics.put(
                "cost_per_resolution",
                slice -> Expected.ratio(slice.sum("cost"), slice.count("resolved_by_bot", "resolved_by_human")));
        metrics.put("availability", slice -> {
            double minutes = slice.minutes();
            return Expected.ratio(minutes - slice.minutesWithIncident(), minutes);
        });
    }

    private void scores() {
        score("csat_score", "csat", 1, 5);
        score("csat3_score", "csat3", 1, 3);
        score("csat7_score", "csat7", 1, 7);
        score("csat10_score", "csat10", 1, 10);
        score("ces_score", "ces", 1, 7);
        score("ces5_score", "ces5", 1, 5);
        top("csat_rate", "csat", 1, 5, 4);
        top("csat3_rate", "csat3", 1, 3, 3);
        top("csat7_rate", "csat7", 1, 7, 6);
        top("csat10_rate", "csat10", 1, 10, 8);
        top("ces_easy_rate", "ces", 1, 7, 5);
        top("ces5_easy_rate", "ces5", 1, 5, 4);
        metrics.put("nps", slice -> {
            double balance = 100 * (slice.atLeast("nps", 9) - (slice.count("nps") - slice.atLeast("nps", 7)));
            return Expected.ratio(balance, slice.count("nps")).distributed(slice.scores("nps", 0, 10));
        });
        rate("survey_response_rate", "offers_shown", "offers_answered");
    }

    private void score(String metric, String measure, int least, int greatest) {
        metrics.put(metric, slice -> Expected.ratio(slice.sum(measure), slice.count(measure))
                .distributed(slice.scores(measure, least, greatest)));
    }

    private void top(String metric, String measure, int least, int greatest, int from) {
        metrics.put(metric, slice -> Expected.ratio(slice.atLeast(measure, from), slice.count(measure))
                .distributed(slice.scores(measure, least, greatest)));
    }

    private void count(String metric, String... measures) {
        metrics.put(metric, slice -> Expected.count(slice.count(measures)));
    }

    private void rateOfClosed(String metric, String... measures) {
        rate(metric, "conversations_closed", measures);
    }

    private void rate(String metric, String of, String... measures) {
        metrics.put(metric, slice -> Expected.ratio(slice.count(measures), slice.count(of)));
    }

    private void mean(String metric, String measure) {
        metrics.put(metric, slice -> Expected.ratio(slice.sum(measure), slice.count(measure)));
    }

    private void percentiles(String metric, String main) {
        metrics.put(metric, slice -> {
            List<Double> sorted =
                    slice.facts(metric).stream().map(Fact::amount).sorted().toList();
            Map<String, Double> stats = new TreeMap<>();
            if (!sorted.isEmpty()) {
                stats.put("p50", ranked(sorted, 0.50));
                stats.put("p90", ranked(sorted, 0.90));
                stats.put("p95", ranked(sorted, 0.95));
                stats.put("p99", ranked(sorted, 0.99));
                stats.put("mean", slice.sum(metric) / sorted.size());
            }
            return new Expected(stats.get(main), null, (double) sorted.size(), stats);
        });
    }

    /** The item of rank floor(1 + q(n - 1)), counted from 1. */
    private static double ranked(List<Double> sorted, double quantile) {
        return sorted.get((int) Math.floor(quantile * (sorted.size() - 1)));
    }
}
