package io.deskpulse.contracts.masking;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds personal data in a text by its form and puts a mask in its place: e-mail addresses, phone numbers, payment cards and
 * national ids. Rather lets an odd form through than makes order numbers, prices and dates unreadable. Stateless.
 */
public final class Masker {
    /** The fewest digits of anything that is masked for its digits. */
    private static final int FEWEST_DIGITS = 8;

    private Masker() {}

    /** The text with masks, or null where there is nothing to mask, which costs one look at each character. */
    public static Masked mask(String text) {
        boolean at = false;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            at |= c == '@' || c == '＠';
            digits += Digits.is(c) ? 1 : 0;
        }
        if (!at && digits < FEWEST_DIGITS) {
            return null;
        }
        List<MaskedKind> kinds = new ArrayList<>();
        // Addresses first: the digits before an @ are no phone number.
        String masked = at ? replace(text, EmailAddresses.in(text), kinds) : text;
        if (digits >= FEWEST_DIGITS) {
            masked = replace(masked, Numbers.in(masked), kinds);
        }
        return kinds.isEmpty() ? null : new Masked(masked, kinds);
    }

    private static String replace(String text, List<Span> spans, List<MaskedKind> kinds) {
        if (spans.isEmpty()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int copied = 0;
        for (Span span : spans) {
            out.append(text, copied, span.start()).append(span.kind().mask());
            copied = span.end();
            kinds.add(span.kind());
        }
        return out.append(text, copied, text.length()).toString();
    }
}
