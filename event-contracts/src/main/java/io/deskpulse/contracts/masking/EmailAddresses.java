package io.deskpulse.contracts.masking;

import java.util.ArrayList;
import java.util.List;

/** E-mail addresses: what people write, not all that RFC 5322 allows. Stateless. */
final class EmailAddresses {
    private EmailAddresses() {}

    static List<Span> in(String text) {
        List<Span> spans = new ArrayList<>();
        int free = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '@' || c == '＠') {
                int start = startOfLocalPart(text, i, free);
                int end = endOfDomain(text, i + 1);
                if (start < i && end > 0) {
                    spans.add(new Span(start, end, MaskedKind.EMAIL));
                    free = end;
                    i = end - 1;
                }
            }
        }
        return spans;
    }

    private static int startOfLocalPart(String text, int at, int free) {
        int start = at;
        while (start > free && local(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** The end of labels joined by dots of which the last is two letters or more; -1 where there is no such domain. */
    private static int endOfDomain(String text, int from) {
        int end = -1;
        int label = from;
        boolean letters = true;
        for (int i = from; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (letter(c) || c >= '0' && c <= '9' || c == '-') {
                letters &= letter(c);
                continue;
            }
            if (i == label) {
                return end;
            }
            if (label > from && letters && i - label >= 2) {
                end = i;
            }
            if (c != '.') {
                return end;
            }
            label = i + 1;
            letters = true;
        }
        return end;
    }

    private static boolean local(char c) {
        return letter(c) || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
