package io.deskpulse.contracts.event.reading;

import com.fasterxml.jackson.core.JsonToken;
import io.deskpulse.contracts.event.reading.Reading.Fault;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules that fields of event data follow. */
final class Rules {
    static final int MAX_ID = 128;
    static final int MAX_DIMENSION = 64;
    static final int MAX_TEXT = 8_000;
    static final int MAX_PAGE = 2_048;
    /** Longer numbers are refused unread: parsing them is what would take time. */
    private static final int MAX_NUMBER = 40;

    private static final int MAX_UNITS = 12;
    private static final int MAX_DECIMALS = 6;

    private static final Fault NO_STRING = Faults.wrongType("a string");
    private static final Fault NO_NUMBER = Faults.wrongType("a number");
    private static final Fault NO_INTEGER = Faults.wrongType("a whole number");
    private static final Fault NO_BOOLEAN = Faults.wrongType("true or false");
    static final Fault NO_ID = Faults.invalid("Send 1 to 128 printable characters.");
    private static final Fault NO_DIMENSION = Faults.invalid("Send 1 to 64 printable characters.");
    private static final Fault NO_LANGUAGE = Faults.invalid("Send a BCP 47 language tag, for example zh-CN.");
    private static final Fault NO_AMOUNT =
            Faults.invalid("Send a decimal string, not negative, with at most 12 digits before and 6 after the point.");
    private static final Fault NO_CURRENCY = Faults.invalid("Send the 3 upper-case letters of ISO 4217.");
    private static final Fault NO_TIME = Faults.invalid("Send an RFC 3339 date-time with its offset.");

    private Rules() {}

    /** An id: 1 to 128 printable characters. */
    static Rule id() {
        return string(text -> Words.printable(text, 1, MAX_ID) ? text : NO_ID);
    }

    /** A dimension value: 1 to 64 printable characters once trimmed; lower-cased. */
    static Rule dimension() {
        return string(Rules::dimensionOf);
    }

    /** A dimension value that is a BCP 47 tag. */
    static Rule language() {
        return string(text -> {
            Object value = dimensionOf(text);
            return value instanceof String tag && !Words.languageTag(tag) ? NO_LANGUAGE : value;
        });
    }

    /** Free text of up to so many characters (code points). */
    static Rule text(int max) {
        Fault tooLong = Faults.invalid("Send at most " + max + " characters.");
        return string(
                text -> text.length() <= max || text.codePointCount(0, text.length()) <= max ? (Object) text : tooLong);
    }

    /** True or false. */
    static Rule flag() {
        return (json, token) -> switch (token) {
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> NO_BOOLEAN;
        };
    }

    /** A number from {@code min} to {@code max}, as a Double. */
    static Rule number(double min, double max) {
        Fault outside = Faults.invalid("Send a number from " + plain(min) + " to " + plain(max) + ".");
        return (json, token) -> {
            if (!token.isNumeric()) {
                return NO_NUMBER;
            }
            if (json.getTextLength() > MAX_NUMBER) {
                return outside;
            }
            double value = json.getDoubleValue();
            return value >= min && value <= max ? (Object) value : outside;
        };
    }

    /** A whole number from {@code min} to {@code max}, as an Integer; 3.0 is one, as JSON Schema has it. */
    static Rule integer(int min, int max) {
        Fault outside = Faults.invalid("Send a whole number from " + min + " to " + max + ".");
        return (json, token) -> {
            if (!token.isNumeric()) {
                return NO_INTEGER;
            }
            if (json.getTextLength() > MAX_NUMBER) {
                return outside;
            }
            double value = json.getDoubleValue();
            if (value != Math.rint(value)) {
                return NO_INTEGER;
            }
            return value >= min && value <= max ? (Object) (int) value : outside;
        };
    }

    /** One of these constants, by its word. */
    @SafeVarargs
    static <E> Rule oneOf(Function<E, String> wire, E... constants) {
        Map<String, E> byWire = new HashMap<>();
        for (E constant : constants) {
            byWire.put(wire.apply(constant), constant);
        }
        Fault unknown = Faults.invalid(
                "Send one of: " + Stream.of(constants).map(wire).collect(Collectors.joining(", ")) + ".");
        return string(text -> {
            Object constant = byWire.get(text);
            return constant == null ? unknown : constant;
        });
    }

    /** An amount of money, as a BigDecimal. */
    static Rule amount() {
        return string(text -> decimal(text) ? (Object) new BigDecimal(text) : NO_AMOUNT);
    }

    /** Three upper-case letters. */
    static Rule currency() {
        return string(text -> currency(text) ? text : NO_CURRENCY);
    }

    /** An RFC 3339 time, as an Instant. */
    static Rule time() {
        return string(text -> {
            long millis = Rfc3339.parse(text);
            return millis == Rfc3339.INVALID ? NO_TIME : Instant.ofEpochMilli(millis);
        });
    }

    private static Rule string(Function<String, Object> check) {
        return (json, token) -> token == JsonToken.VALUE_STRING ? check.apply(json.getText()) : NO_STRING;
    }

    private static Object dimensionOf(String text) {
        String value = text.strip();
        return Words.printable(value, 1, MAX_DIMENSION) ? value.toLowerCase(Locale.ROOT) : NO_DIMENSION;
    }

    private static boolean decimal(String text) {
        int point = text.indexOf('.');
        int units = point < 0 ? text.length() : point;
        int decimals = point < 0 ? 1 : text.length() - point - 1;
        if (units < 1 || units > MAX_UNITS || decimals < 1 || decimals > MAX_DECIMALS) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (i != point && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean currency(String text) {
        if (text.length() != 3) {
            return false;
        }
        for (int i = 0; i < 3; i++) {
            if (text.charAt(i) < 'A' || text.charAt(i) > 'Z') {
                return false;
            }
        }
        return true;
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }
}
