package io.deskpulse.localstack.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Plays past answers through the survey-service's own API: each is offered, shown, answered and finished at the times of the file. What is there already stays as it
 * is, and what was broken off goes on, so that it can be played again.
 */
final class AnswerReplay {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Offers of several conversations at once; the service waits for its database most of the time. */
    private static final int AT_ONCE = 8;

    /** Whatever the file says of when somebody answered. */
    private static final String LONGEST = "P366D";

    private static final String DONE_BEFORE = "already-offered-for-conversation";

    private final AnswerFile file;
    private final ReplayProgress progress;
    private final SurveyClient surveys;

    AnswerReplay(AnswerFile file, ReplayTarget target, ReplayProgress progress) {
        this.file = file;
        this.progress = progress;
        this.surveys = new SurveyClient(target.survey(), target.surveyToken(), PATIENCE, progress::waiting);
    }

    /**
     * What came of it.
     *
     * @param offered offers made, or found broken off
     * @param answered those with an answer
     * @param declined why nothing was offered, and how often
     */
    record Outcome(int offered, int answered, Map<String, Integer> declined) {}

    /** Plays all, and returns when Kafka has it. */
    Outcome play() {
        var ids = new HashMap<String, String>();
        file.answers().stream().map(PastAnswer::kind).distinct().forEach(kind -> ids.put(kind, survey(kind)));
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var results = new ArrayList<Future<String>>();
            for (var answer : file.answers()) {
                Callable<String> work = () -> play(answer, ids.get(answer.kind()));
                results.add(threads.submit(work));
            }
            var outcome = outcome(results);
            awaitSent();
            return outcome;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The survey that past answers of a kind belong to; made from its template where it is missing. */
    private String survey(String kind) {
        var name = "Past answers (" + kind + ")";
        return surveys.published(name).orElseGet(() -> {
            var definition = ((ObjectNode) surveys.template(kind)).put("name", name);
            definition.remove("trigger");
            definition.put("validFor", LONGEST);
            // they were asked, whatever the rules say today
            definition.putObject("policy").put("exempt", true);
            return surveys.publish(definition);
        });
    }

    /** Empty, or why nothing was offered. */
    private String play(PastAnswer answer, String survey) {
        var wanted = JSON.createObjectNode().put("survey", survey);
        put(wanted, "conversation", answer.conversation());
        put(wanted, "customer", answer.customer());
        put(wanted, "language", answer.language());
        var made = surveys.offer(wanted, answer.offeredAt());
        var offer =
                made.path("offered").asBoolean() ? Optional.of(SurveyClient.opened(made)) : brokenOff(answer, survey);
        if (offer.isEmpty()) {
            return made.path("reason").asText();
        }
        surveys.shown(offer.get(), answer.offeredAt());
        if (answer.value().isPresent()) {
            surveys.answer(offer.get(), answer.kind(), answer.value().getAsInt(), answer.answeredAt());
            surveys.finish(offer.get(), answer.answeredAt());
        }
        return "";
    }

    private Optional<SurveyClient.Opened> brokenOff(PastAnswer answer, String survey) {
        return answer.conversation() == null
                ? Optional.empty()
                : surveys.pending(survey, answer.conversation(), answer.offeredAt());
    }

    private Outcome outcome(List<Future<String>> results) {
        var offered = 0;
        var answered = 0;
        var declined = new TreeMap<String, Integer>();
        for (var index = 0; index < results.size(); index++) {
            var reason = result(results.get(index));
            if (reason.isEmpty()) {
                offered++;
                answered += file.answers().get(index).value().isPresent() ? 1 : 0;
            } else {
                declined.merge(reason, 1, Integer::sum);
            }
            progress.sent(
                    index + 1, declined.values().stream().mapToInt(each -> each).sum() - done(declined));
        }
        return new Outcome(offered, answered, declined);
    }

    private static int done(Map<String, Integer> declined) {
        return declined.getOrDefault(DONE_BEFORE, 0);
    }

    private static String result(Future<String> result) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ReplayFailed failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReplayFailed("interrupted");
        }
    }

    private void awaitSent() {
        for (var waiting = surveys.waiting(); waiting > 0; waiting = surveys.waiting()) {
            progress.waiting("%,d survey events on their way to Kafka".formatted(waiting));
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReplayFailed("interrupted");
        }
    }

    private static void put(ObjectNode json, String field, String value) {
        if (value != null) {
            json.put(field, value);
        }
    }
}
