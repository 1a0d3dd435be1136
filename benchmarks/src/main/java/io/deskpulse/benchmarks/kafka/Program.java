package io.deskpulse.benchmarks.kafka;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs reference programs in a JVM of their own with the heap of a service, and reads what they print. */
public final class Program {
    private static final String HEAP = "512m";
    private static final Pattern SENT = Pattern.compile("(\\d+) records sent, ([\\d.,]+) records/sec");
    private static final Pattern READ = Pattern.compile("read (\\d+) (\\d+) ");

    private Program() {}

    /**
     * Records a second that Kafka's own ProducerPerformance sends, with the producer settings of the ingest service. It
     * tells its rate every five seconds; the first of these, in which its JVM compiles, is its warm-up and does not count.
     */
    public static double producerPerformance(String bootstrapServers, Path payload, long records) {
        List<String> lines = run(
                "org.apache.kafka.tools.ProducerPerformance",
                List.of(
                        "--topic",
                        LogWriter.TOPIC,
                        "--num-records",
                        Long.toString(records),
                        "--throughput",
                        "-1",
                        "--payload-file",
                        payload.toString(),
                        "--producer-props",
                        "bootstrap.servers=" + bootstrapServers,
                        "acks=all",
                        "enable.idempotence=true",
                        "compression.type=lz4",
                        "linger.ms=10",
                        "batch.size=262144",
                        "buffer.memory=100663296"));
        return steady(lines, records);
    }

    private static double steady(List<String> lines, long records) {
        List<Sent> told = lines.stream()
                .map(SENT::matcher)
                .filter(Matcher::find)
                .map(Sent::of)
                .toList();
        if (told.isEmpty() || told.get(told.size() - 1).records != records) {
            throw new IllegalStateException("ProducerPerformance said: " + lines);
        }
        Sent all = told.get(told.size() - 1);
        List<Sent> warm = told.subList(1, Math.max(1, told.size() - 1));
        return warm.isEmpty()
                ? all.perSecond
                : warm.stream().mapToDouble(Sent::records).sum()
                        / warm.stream().mapToDouble(Sent::seconds).sum();
    }

    /** One line of ProducerPerformance; the last one tells of all the time. */
    private record Sent(long records, double perSecond) {
        static Sent of(MatchResult found) {
            return new Sent(
                    Long.parseLong(found.group(1)),
                    Double.parseDouble(found.group(2).replace(",", "")));
        }

        double seconds() {
            return records / perSecond;
        }
    }

    /** Records a second that a consumer reads and parses which does nothing else, behind a warm-up of so many. */
    public static double bareConsumer(String bootstrapServers, long warmUp) {
        List<String> lines = run(BareConsumer.class.getName(), List.of(bootstrapServers, Long.toString(warmUp)));
        for (String line : lines) {
            Matcher matcher = READ.matcher(line);
            if (matcher.find()) {
                return Long.parseLong(matcher.group(1)) / (Long.parseLong(matcher.group(2)) / 1e9);
            }
        }
        throw new IllegalStateException("the bare consumer said: " + lines);
    }

    private static List<String> run(String main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            List<String> lines = process.inputReader().lines().toList();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(main + " failed: " + lines);
            }
            return lines;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
