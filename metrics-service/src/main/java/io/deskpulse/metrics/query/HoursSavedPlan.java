package io.deskpulse.metrics.query;

import io.deskpulse.catalogue.cell.Dimension;
import io.deskpulse.catalogue.definition.Figure;
import io.deskpulse.catalogue.definition.Inputs;
import io.deskpulse.catalogue.measure.Measure;
import io.deskpulse.catalogue.measure.Shape;
import io.deskpulse.catalogue.measure.Tally;
import io.deskpulse.metrics.query.Answer.Point;
import io.deskpulse.metrics.query.CellReader.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Each episode that the bot resolved saves what a human needs for one of its scene, on average over the asked range and
 * whatever the filter. Six minutes are assumed of a scene that no human handled.
 */
final class HoursSavedPlan implements Plan {
    private static final double SECONDS_IN_HOUR = 3_600;
    private static final double ASSUMED_SECONDS = 360;
    private static final String SCENE = Dimension.SCENE.id();

    private final Question question;
    private final Measure weight;
    private final Table resolved;
    private final Table handling;
    private final List<Cut> cuts = new ArrayList<>();
    private final Set<String> assumed = new TreeSet<>();
    /** For each group of the answer its parts: scene to group of {@link #resolved}. */
    private Map<List<String>, Map<String, List<String>>> scenesOfGroups;

    HoursSavedPlan(Question question, Limits limits) {
        this.question = question;
        weight = Inputs.measures(question.metric().inputs().weights()).get(0);
        resolved = new Table(Shape.COUNT, question.buckets().size(), limits);
        handling = new Table(weight.shape(), 1, limits);
        Grouping byScene = new Grouping(withScene(question.by()), question.where(), Map.of(), false);
        for (Measure measure : question.metric().numerator()) {
            cuts.add(new Cut(measure, Coverage.of(question.buckets()), byScene, resolved));
        }
        Grouping scenes = new Grouping(List.of(SCENE), Where.ALL, Map.of(), false);
        cuts.add(new Cut(weight, Coverage.of(question.buckets().whole()), scenes, handling));
    }

    private static List<String> withScene(List<String> by) {
        List<String> all = new ArrayList<>(by);
        if (!all.contains(SCENE)) {
            all.add(SCENE);
        }
        return all;
    }

    @Override
    public List<Cut> cuts() {
        return cuts;
    }

    @Override
    public Iterable<List<String>> groups() {
        return scenesOfGroups().keySet();
    }

    private Map<List<String>, Map<String, List<String>>> scenesOfGroups() {
        if (scenesOfGroups == null) {
            scenesOfGroups = new HashMap<>();
            int scene = withScene(question.by()).indexOf(SCENE);
            for (List<String> group : resolved.groups()) {
                scenesOfGroups
                        .computeIfAbsent(group.subList(0, question.by().size()), key -> new LinkedHashMap<>())
                        .put(group.get(scene), group);
            }
        }
        return scenesOfGroups;
    }

    @Override
    public Point point(List<String> group, int point, Reading reading) {
        long number = 0;
        double seconds = 0;
        for (Map.Entry<String, List<String>> part :
                scenesOfGroups().getOrDefault(group, Map.of()).entrySet()) {
            long ofScene = resolved.get(part.getValue()).count(point);
            if (ofScene != 0) {
                number += ofScene;
                seconds += ofScene * secondsOf(part.getKey());
            }
        }
        Figure figure = new Figure(seconds / SECONDS_IN_HOUR, (double) number, null, null, false);
        return new Point(question.buckets().start(point), figure);
    }

    private double secondsOf(String scene) {
        Tally tally = handling.get(List.of(scene)).tally(0);
        if (tally.count > 0) {
            return weight.quantity().sumOf(tally.sum) / tally.count;
        }
        assumed.add(scene);
        return ASSUMED_SECONDS;
    }

    @Override
    public List<String> assumptions() {
        return assumed.stream()
                .map(scene -> "6 minutes of human handling for scene " + scene + ": no human handled one in the range")
                .toList();
    }
}
