package io.deskpulse.localstack.replay;

import io.deskpulse.localstack.token.Token;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a file of events is replayed.
 *
 * @param file NDJSON, plain or gzip
 * @param answers NDJSON, plain or gzip: past answers that are played after the events
 * @param tenant who the events belong to
 * @param speed times real time; empty: as fast as it goes
 * @param clock whether {@code clock.advanced} is declared at the end
 * @param json whether the report is printed as JSON
 */
public record ReplayOptions(
        Path file, Optional<Path> answers, String tenant, OptionalDouble speed, boolean clock, boolean json) {

    public ReplayOptions {
        Token.requireTenant(tenant);
    }

    /** The speed that {@code --speed} names: {@code max} or a positive number. */
    public static OptionalDouble speed(String text) {
        if (text.equals("max")) {
            return OptionalDouble.empty();
        }
        try {
            var times = Double.parseDouble(text);
            if (times > 0 && Double.isFinite(times)) {
                return OptionalDouble.of(times);
            }
        } catch (NumberFormatException notANumber) {
            // told below, as one out of range is
        }
        throw new IllegalArgumentException(
                "--speed takes max or a positive number (times real time), not '" + text + "'");
    }

    /** Options while a command line is read. */
    public static final class Draft {
        private Path file;
        public Optional<Path> answers = Optional.empty();
        public String tenant = "demo";
        public OptionalDouble speed = OptionalDouble.empty();
        public boolean clock = true;
        public boolean json;

        /** The one word that is no option. */
        public void addFile(String word, Path path) {
            if (word.startsWith("-") || file != null) {
                throw new IllegalArgumentException("'replay' takes no '%s'".formatted(word));
            }
            file = path;
        }

        public ReplayOptions finished() {
            if (file == null) {
                throw new IllegalArgumentException("replay needs a file of events: ./run replay FILE");
            }
            return new ReplayOptions(file, answers, tenant, speed, clock, json);
        }
    }
}
