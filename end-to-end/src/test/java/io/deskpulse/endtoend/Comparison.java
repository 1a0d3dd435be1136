package io.deskpulse.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.deskpulse.endtoend.deployment.MetricsClient;
import io.deskpulse.endtoend.deployment.MetricsClient.Question;
import io.deskpulse.endtoend.reference.Answers;
import io.deskpulse.endtoend.reference.Group;
import io.deskpulse.endtoend.reference.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks the metrics-service for every live metric and compares each number with the reference. */
final class Comparison {
    private static final int SHOWN = 40;
    private final MetricsClient metrics;
    private final Answers reference;
    private final Range asked;
    private final Map<String, JsonNode> live;
    private final List<String> differences = new ArrayList<>();
    private int compared;

    Comparison(MetricsClient metrics, Answers reference, Range asked) {
        this.metrics = metrics;
        this.reference = reference;
        this.asked = asked;
        this.live = metrics.liveMetrics();
        assertThat(live.keySet()).as("live metrics").isEqualTo(Answers.metrics());
    }

    /** Compares what is true of everything in the range. */
    Comparison inTotal() {
        return compare("", "total", List.of(asked));
    }

    /** Compares each value of each dimension over the whole range. */
    Comparison byEachDimension() {
        Answers.dimensions().forEach(dimension -> compare(dimension, "total", List.of(asked)));
        return this;
    }

    /** Compares each bucket of the range, which is cut into whole ones. */
    Comparison inSteps(String step, Duration length) {
        return compare("", step, asked.cut(length));
    }

    /** Compares each bucket of each value of a dimension. */
    Comparison inStepsBy(String dimension, String step, Duration length) {
        return compare(dimension, step, asked.cut(length));
    }

    /** Compares answers that someone else got, each for the whole range; they must be all there are. */
    Comparison of(JsonNode answers) {
        assertThat(answers)
                .extracting(answer -> answer.get("metric").asText())
                .containsExactlyInAnyOrderElementsOf(live.keySet());
        answers.forEach(answer -> compare(answer.get("metric").asText(), "", List.of(asked), answer));
        return this;
    }

    /** Fails and shows the first differences where there is one. */
    void assertNoDifference() {
        assertThat(compared).as("numbers that were compared").isPositive();
        if (!differences.isEmpty()) {
            throw new AssertionError("%d of %d numbers differ from the reference:%n  %s"
                    .formatted(
                            differences.size(),
                            compared,
                            String.join(
                                    System.lineSeparator() + "  ",
                                    differences.subList(0, Math.min(SHOWN, differences.size())))));
        }
    }

    private Comparison compare(String dimension, String step, List<Range> buckets) {
        List<Question> questions = live.values().stream()
                .filter(metric ->
                        dimension.isEmpty() || !metric.path("dimensions").isEmpty())
                .map(metric -> new Question(metric.get("id").asText(), asked, step, dimension))
                .toList();
        List<JsonNode> answers = metrics.ask(questions);
        for (int i = 0; i < questions.size(); i++) {
            compare(questions.get(i).metric(), dimension, buckets, answers.get(i));
        }
        return this;
    }

    private void compare(String metric, String dimension, List<Range> buckets, JsonNode answer) {
        if (!answer.has("series")) {
            differences.add("%s by '%s' was refused: %s".formatted(metric, dimension, answer));
            return;
        }
        boolean money = live.get(metric).get("kind").asText().equals("money");
        Map<Group, JsonNode> series = new HashMap<>();
        for (JsonNode one : answer.get("series")) {
            JsonNode values = one.get("dimensions");
            Group group = dimension.isEmpty()
                    ? Group.ALL
                    : Group.of(dimension, values.get(dimension).asText());
            // without any cost there is no currency to tell
            series.put(money ? group.in(values.path("currency").asText()) : group, one.get("points"));
        }
        groupsOf(dimension, money).forEach(group -> compare(metric, group, buckets, series.remove(group)));
        series.forEach((group, points) -> compare(metric, group, buckets, points));
    }

    private List<Group> groupsOf(String dimension, boolean money) {
        List<Group> groups = new ArrayList<>();
        if (dimension.isEmpty()) {
            groups.add(Group.ALL);
        } else {
            reference.values(dimension).forEach(value -> groups.add(Group.of(dimension, value)));
        }
        if (!money) {
            return groups;
        }
        return groups.stream()
                .flatMap(group -> reference.currencies().stream().map(group::in))
                .toList();
    }

    private void compare(String metric, Group group, List<Range> buckets, JsonNode points) {
        if (points != null && points.size() != buckets.size()) {
            differences.add(
                    "%s %s: expected %d buckets, got %d".formatted(metric, group, buckets.size(), points.size()));
            return;
        }
        for (int i = 0; i < buckets.size(); i++) {
            Numbers numbers = new Numbers(metric, live.get(metric).get("kind").asText(), group, buckets.get(i));
            compared++;
            numbers.compare(
                    reference.expect(metric, group, buckets.get(i), asked), points == null ? null : points.get(i));
            differences.addAll(numbers.differences());
        }
    }
}
