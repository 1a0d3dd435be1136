package io.deskpulse.survey.definition;

import io.deskpulse.contracts.event.QuestionKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One or several of some options.
 *
 * @param many whether several may be chosen
 */
public record ChoiceQuestion(Asked asked, boolean many, List<Option> options) implements Question {
    /** Something to choose; its id is stable over versions and languages. */
    public record Option(String id, Wording text) {
        public Option {
            Rules.id("/id", id);
        }
    }

    public ChoiceQuestion {
        Rules.size("/options", options.size(), 2, Rules.MAX_CHOICES);
        Rules.distinct("/options", options, Option::id);
        options = List.copyOf(options);
    }

    @Override
    public QuestionKind kind() {
        return QuestionKind.CHOICE;
    }

    @Override
    public Optional<InvalidAnswer> fault(Answer answer) {
        if (!(answer instanceof Answer.Chosen chosen)) {
            return Optional.of(
                    new InvalidAnswer("", "Send {\"options\": [\"<id>\"]}: this question asks for a choice."));
        }
        int most = many ? options.size() : 1;
        if (chosen.options().isEmpty() || chosen.options().size() > most) {
            return Optional.of(new InvalidAnswer(
                    "/options", many ? "Send at least one option, each once." : "Send exactly one option."));
        }
        Set<String> seen = new HashSet<>();
        return IntStream.range(0, chosen.options().size())
                .filter(i -> !seen.add(chosen.options().get(i))
                        || !ids().contains(chosen.options().get(i)))
                .mapToObj(i -> new InvalidAnswer("/options/" + i, "Send the id of an option of this question, once."))
                .findFirst();
    }

    @Override
    public Stream<Text> texts() {
        return Stream.concat(
                Stream.of(new Text("/text", asked.text())),
                IntStream.range(0, options.size())
                        .mapToObj(i -> new Text(
                                "/options/" + i + "/text", options.get(i).text())));
    }

    boolean offers(String option) {
        return ids().contains(option);
    }

    private Set<String> ids() {
        return options.stream().map(Option::id).collect(Collectors.toSet());
    }
}
