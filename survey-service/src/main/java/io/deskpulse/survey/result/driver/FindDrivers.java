package io.deskpulse.survey.result.driver;

import io.deskpulse.survey.definition.Question;
import io.deskpulse.survey.definition.RatingQuestion;
import io.deskpulse.survey.definition.ScoreQuestion;
import io.deskpulse.survey.result.AskedQuestions;
import io.deskpulse.survey.result.AskedSurveys;
import io.deskpulse.survey.result.ResultSettings;
import io.deskpulse.survey.result.Selection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds what drives a score: which aspects, when they change, it changes with. Thread-safe. */
@ApplicationScoped
public class FindDrivers {
    private final AskedSurveys surveys;
    private final ScoreRows rows;
    private final ResultSettings settings;

    FindDrivers(AskedSurveys surveys, ScoreRows rows, ResultSettings settings) {
        this.surveys = surveys;
        this.rows = rows;
        this.settings = settings;
    }

    /**
     * Looks for them.
     *
     * @param target what is driven
     * @param wanted what may drive it; where it is empty, all that has points and is shown to everyone
     */
    public Uni<Drivers> of(Selection selection, String target, List<String> wanted) {
        return surveys.find(selection.tenant(), selection.survey())
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(new Drivers.UnknownSurvey())
                        : of(selection, target, wanted, found.get().questions()));
    }

    private Uni<Drivers> of(Selection selection, String target, List<String> wanted, AskedQuestions asked) {
        Map<String, Item> numeric = new LinkedHashMap<>();
        asked.all().forEach(question -> items(question).forEach(item -> numeric.put(item.id(), item)));
        if (!numeric.containsKey(target)) {
            return Uni.createFrom().item(new Drivers.NotNumeric("target", List.copyOf(numeric.keySet())));
        }
        if (!numeric.keySet().containsAll(wanted)) {
            return Uni.createFrom().item(new Drivers.NotNumeric("items", List.copyOf(numeric.keySet())));
        }
        List<Item> items = wanted.isEmpty()
                ? numeric.values().stream()
                        .filter(item -> shownToEveryone(asked, item))
                        .toList()
                : wanted.stream().map(numeric::get).toList();
        List<Item> others = items.stream()
                .filter(item -> !item.id().equals(target))
                .distinct()
                .toList();
        return others.isEmpty()
                ? Uni.createFrom().item(new Drivers.NoItems())
                : regressed(selection, numeric.get(target), others, asked);
    }

    private Uni<Drivers> regressed(Selection selection, Item target, List<Item> items, AskedQuestions asked) {
        List<Item> columns = new ArrayList<>(List.of(target));
        columns.addAll(items);
        Regression regression = new Regression(items.size());
        int most = settings.driverOffers();
        Optional<Selection> comparable = comparable(selection, columns, asked);
        Uni<Long> read = comparable.isEmpty()
                ? Uni.createFrom().item(0L)
                : rows.read(comparable.get(), columns, most, regression::add);
        return read.map(offers -> new Drivers.Found(target, items, offers, offers >= most, regression.fit()));
    }

    /** Only versions that ask all of it on the same scales as the newest. */
    private static Optional<Selection> comparable(Selection selection, List<Item> columns, AskedQuestions asked) {
        Set<Integer> versions = asked.versions().stream()
                .filter(selection::covers)
                .filter(version -> columns.stream().allMatch(item -> asked.comparable(version, item.question())))
                .collect(Collectors.toSet());
        return versions.isEmpty() ? Optional.empty() : Optional.of(selection.of(versions));
    }

    private static boolean shownToEveryone(AskedQuestions asked, Item item) {
        return asked.all().stream()
                .filter(question -> question.id().equals(item.question()))
                .allMatch(question -> question.asked().showIf().isEmpty());
    }

    private static List<Item> items(Question question) {
        if (question instanceof RatingQuestion rating) {
            return rating.aspects().stream()
                    .map(aspect -> new Item(question.id(), aspect.id()))
                    .toList();
        }
        return question instanceof ScoreQuestion ? List.of(new Item(question.id(), null)) : List.of();
    }
}
