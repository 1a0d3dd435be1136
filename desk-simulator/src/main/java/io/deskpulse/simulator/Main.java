package io.deskpulse.simulator;

import io.deskpulse.simulator.desk.DeskSettings;
import io.deskpulse.simulator.desk.ServiceDesk;
import io.deskpulse.simulator.event.StructuredEvents;
import io.deskpulse.simulator.feed.LiveFeed;
import io.deskpulse.simulator.feed.Position;
import io.deskpulse.simulator.feed.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The simulated desk as a program. */
public final class Main {
    private static final int WRONG_USE = 2;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try {
            Options options = Options.of(arguments, System.getenv());
            if (options.help) {
                System.out.print(Options.USAGE);
            } else if (options.stdout) {
                print(options);
            } else {
                feed(options);
            }
            return 0;
        } catch (IllegalArgumentException | Refusal e) {
            System.err.println("simulator: " + e.getMessage());
            return WRONG_USE;
        } catch (InterruptedException e) {
            return 0;
        }
    }

    private static void print(Options options) {
        Instant now = Instant.now();
        ServiceDesk desk = ServiceDesk.events(
                settings(options), options.start.orElse(now.minus(options.backfill)), options.end.orElse(now));
        StructuredEvents lines = new StructuredEvents();
        for (long sent = 0; desk.hasNext() && sent < options.events && !System.out.checkError(); sent++) {
            lines.add(desk.next());
            if (lines.bytes() > 60_000) {
                System.out.writeBytes(lines.take());
            }
        }
        System.out.writeBytes(lines.take());
        System.out.flush();
    }

    private static void feed(Options options) throws InterruptedException {
        Optional<Position> position = options.position.map(Position::new);
        Instant start = options.start.orElseGet(() -> resume(options, position));
        ServiceDesk desk =
                ServiceDesk.events(settings(options), start, options.end.orElse(Instant.ofEpochMilli(Long.MAX_VALUE)));
        System.err.printf(
                "simulator: %s conversations a minute from %s on, seed %d%n", options.rate, start, options.seed);
        LiveFeed feed = new LiveFeed(
                desk, options.ingest, options.token, start, options.speed, options.events, position, System.err);
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            feed.stop();
            main.interrupt();
        }));
        feed.run();
    }

    /** Where the last run got to, but not longer ago than a backfill. */
    private static Instant resume(Options options, Optional<Position> position) {
        Instant earliest = Instant.now().minus(options.backfill);
        return position.flatMap(Position::read)
                .filter(reached -> reached.isAfter(earliest))
                .orElse(earliest);
    }

    private static DeskSettings settings(Options options) {
        return DeskSettings.of(options.seed, options.rate).withCustomers(options.customers);
    }
}
