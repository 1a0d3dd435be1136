package io.deskpulse.alerting.timing;

/** Whole numbers from the first to the last, both among them. */
public record Range(int first, int last) {
    boolean has(int number) {
        return number >= first && number <= last;
    }
}
