package io.deskpulse.benchmarks;

import io.deskpulse.benchmarks.startup.Image;
import io.deskpulse.benchmarks.startup.Start;
import io.deskpulse.benchmarks.table.Numbers;
import io.deskpulse.benchmarks.table.Row;
import io.deskpulse.localstack.process.Command;
import io.deskpulse.localstack.process.ImageJdk;
import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.service.ServiceKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Start and rest of each service as its image starts it, with the memory that its manifest gives it and with real Kafka, Redis and Postgres: with the AOT
 * cache, against the same JVM and options without one, in turn; and the native executable where there is one.
 */
final class Startup implements Bench {
    private static final double OWN_BELOW_MILLIS = 1_500;
    /** 300 MB in the unit of the operating system. */
    private static final double RESIDENT_BELOW_MEBIBYTES = 286;

    @Override
    public String name() {
        return "startup";
    }

    @Override
    public List<Row> run(Place place) throws Exception {
        Path jdk = ImageJdk.home();
        List<Row> rows = new ArrayList<>();
        for (ServiceKind kind : ServiceKind.ALL) {
            Path folder = Files.createDirectories(place.folder().resolve("images"));
            rows.addAll(measure(place, new Image(kind.name(), place.repository(), folder.resolve(kind.name()), jdk)));
        }
        return rows;
    }

    private static List<Row> measure(Place place, Image image) throws Exception {
        Path logs = place.folder().resolve("logs");
        image.build(logs.resolve(image.service() + "-training.log"));
        int port = Ports.free();
        // logs as in a cluster
        Map<String, String> environment =
                place.stack().environment(image.service(), port, Map.of("quarkus.log.console.json.enabled", "true"));
        Path log = logs.resolve(image.service() + ".log");
        Optional<Command> executable = image.executable(environment, log);
        List<Start> archived = new ArrayList<>();
        List<Start> plain = new ArrayList<>();
        List<Start> natively = new ArrayList<>();
        for (int round = 0; round < place.rounds(); round++) {
            plain.add(start(place, image.plain(environment, log), port));
            archived.add(start(place, image.archived(environment, log), port));
            if (executable.isPresent()) {
                natively.add(start(place, executable.get(), port));
            }
        }
        List<Row> rows = new ArrayList<>(rows(image, archived, plain));
        if (!natively.isEmpty()) {
            rows.add(Row.told(
                    image.service() + ", native: its own start, resident",
                    String.format(
                            "%.0f ms, %.0f MiB",
                            median(natively, Start::ownMillis), median(natively, Start::residentMebibytes))));
        }
        return rows;
    }

    private static Start start(Place place, Command command, int port) throws Exception {
        Start start = Start.of(command, port, Duration.ofSeconds(place.size(20, 2)));
        place.say(
                "%s: own start %,.0f ms, ready after %,.0f ms (%,.0f ms of processors), %.0f MiB",
                command.name(), start.ownMillis(), start.readyMillis(), start.cpuMillis(), start.residentMebibytes());
        return start;
    }

    private static List<Row> rows(Image image, List<Start> archived, List<Start> plain) {
        String name = image.service();
        return List.of(
                Row.below(
                        name + ": its own start, with archive / plain",
                        median(archived, Start::ownMillis),
                        median(plain, Start::ownMillis),
                        "ms",
                        OWN_BELOW_MILLIS),
                Row.compared(
                        name + ": from process to ready",
                        median(archived, Start::readyMillis),
                        median(plain, Start::readyMillis),
                        "ms"),
                Row.below(
                        name + ": resident at rest, limit " + image.limitMebibytes() + " MiB",
                        median(archived, Start::residentMebibytes),
                        median(plain, Start::residentMebibytes),
                        "MiB",
                        RESIDENT_BELOW_MEBIBYTES));
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> figure) {
        return Numbers.median(starts.stream().mapToDouble(figure).toArray());
    }
}
