package io.deskpulse.localstack.launch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The words of a command line, taken one after the other. */
final class Words {

    private final Deque<String> rest;

    Words(List<String> words) {
        rest = new ArrayDeque<>(words);
    }

    boolean any() {
        return !rest.isEmpty();
    }

    String next() {
        return rest.removeFirst();
    }

    /** The value that follows an option. */
    String valueOf(String option) {
        if (rest.isEmpty() || rest.peekFirst().startsWith("--")) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.removeFirst();
    }

    /** The whole number that follows an option. */
    int numberOf(String option, int least, int greatest) {
        var value = valueOf(option);
        try {
            var number = Integer.parseInt(value);
            if (number >= least && number <= greatest) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below, as one out of range is
        }
        throw new IllegalArgumentException(
                "%s takes a whole number from %d to %d, not '%s'".formatted(option, least, greatest, value));
    }
}
