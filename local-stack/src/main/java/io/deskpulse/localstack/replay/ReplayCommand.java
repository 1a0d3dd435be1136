package io.deskpulse.localstack.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code run replay}: check the file, send it, wait until it is counted, print the report. What is told on the way goes to standard error. */
public final class ReplayCommand {

    private static final Duration COUNTING_LIMIT = Duration.ofMinutes(2);

    private final ReplayOptions options;
    private final Supplier<ReplayTarget> running;
    private final PrintStream out = System.out;
    private final PrintStream told = System.err;

    /** @param running where the replay goes; asked only when the file is in order, throws when there is nothing */
    public ReplayCommand(ReplayOptions options, Supplier<ReplayTarget> running) {
        this.options = options;
        this.running = running;
    }

    /** Exit code: 0 all accepted and counted, 1 events rejected or replay failed, 2 the file cannot be replayed and nothing was sent. */
    public int run() {
        var file = new EventFile(options.file());
        try {
            return replay(file, FileSummary.of(file), options.answers().map(AnswerFile::read));
        } catch (EventFile.Unreadable e) {
            told.println(e.getMessage() + ". Nothing was sent.");
            return 2;
        } catch (ReplayFailed | IOException e) {
            told.println();
            told.println(e.getMessage());
            return 1;
        }
    }

    private int replay(EventFile file, FileSummary summary, Optional<AnswerFile> answers) throws IOException {
        var target = running.get();
        told.printf("%s: %,d events from %s to %s%n", file.path(), summary.events(), summary.first(), summary.last());
        var clock = Clock.systemUTC();
        var bar = bar(summary.events(), "events", clock);
        var begun = clock.instant();
        var outcome = new Replay(file, summary, target, bar, clock).send(options.speed(), options.clock());
        var sent = clock.instant();
        var metrics = new MetricsClient(target.metrics(), target.metricsToken());
        new Counted(metrics, bar, clock, COUNTING_LIMIT).await(summary.days(), outcome.lastAnswer());
        bar.end();
        told.printf(
                "%,d accepted, %,d rejected; sent in %.1f s, all counted %.1f s later.%n",
                outcome.accepted(), outcome.rejected(), seconds(begun, sent), seconds(sent, clock.instant()));
        tellRejections(outcome);
        if (answers.isPresent()) {
            play(answers.get(), target, metrics, clock);
        }
        var days = answers.map(past -> past.days(summary.days())).orElse(summary.days());
        print(target.tenant(), outcome, MetricsReport.of(metrics, days));
        return outcome.rejected() == 0 ? 0 : 1;
    }

    /** After the events, as an offer belongs to the episode that is there when it is made. */
    private void play(AnswerFile answers, ReplayTarget target, MetricsClient metrics, Clock clock) {
        told.printf("%s: %,d offers%n", answers.path(), answers.answers().size());
        var bar = bar(answers.answers().size(), "offers", clock);
        var begun = clock.instant();
        var outcome = new AnswerReplay(answers, target, bar).play();
        var sent = clock.instant();
        new Counted(metrics, bar, clock, COUNTING_LIMIT).await(answers.anyDay(), sent);
        bar.end();
        told.printf(
                "%,d offered, %,d answered; played in %.1f s, all counted %.1f s later.%n",
                outcome.offered(), outcome.answered(), seconds(begun, sent), seconds(sent, clock.instant()));
        outcome.declined().forEach((reason, number) -> told.printf("  %,d not offered: %s%n", number, reason));
    }

    private ProgressBar bar(int total, String things, Clock clock) {
        return new ProgressBar(told, Boolean.getBoolean("deskpulse.terminal"), total, things, clock);
    }

    private void tellRejections(Replay.Outcome outcome) {
        outcome.rejections().forEach(one -> told.printf("  line %d: %s%n", one.line(), one.problem()));
        if (outcome.rejected() > outcome.rejections().size()) {
            told.printf(
                    "  and %,d more%n",
                    outcome.rejected() - outcome.rejections().size());
        }
    }

    private void print(String tenant, Replay.Outcome outcome, MetricsReport report) throws IOException {
        if (options.json()) {
            var json = ((ObjectNode) report.json())
                    .put("tenant", tenant)
                    .put("accepted", outcome.accepted())
                    .put("rejected", outcome.rejected());
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json));
            return;
        }
        out.printf(
                "%nTenant %s, %s to %s%n%n",
                tenant, report.range().from(), report.range().to());
        report.lines().forEach(out::println);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
