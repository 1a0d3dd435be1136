package io.deskpulse.survey.incentive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Codes as they were sent, one a line. Immutable; never tells them in words. */
public final class Codes {
    private static final int MOST = 20_000;
    private static final Pattern CODE = Pattern.compile("[\\x21-\\x7E]{1,64}");

    private final List<Code> all;

    /**
     * One of them.
     *
     * @param line where it stands, from 1
     */
    record Code(int line, String text) {
        @Override
        public String toString() {
            return "code of line " + line;
        }
    }

    /** A list of codes that cannot be used. Has no stack trace: it tells of what was sent and not of a bug. */
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unusable(String detail) {
            super(detail, null, false, false);
        }
    }

    private Codes(List<Code> all) {
        this.all = List.copyOf(all);
    }

    /** One a line; empty lines are passed over. Throws {@link Unusable}. */
    public static Codes read(List<String> lines) {
        List<Code> codes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String code = lines.get(i).strip();
            if (!code.isEmpty()) {
                if (!CODE.matcher(code).matches()) {
                    throw new Unusable("Line " + (i + 1)
                            + ": send 1 to 64 letters, digits and signs of ASCII, without spaces, one code a line.");
                }
                codes.add(new Code(i + 1, code));
            }
        }
        if (codes.isEmpty() || codes.size() > MOST) {
            throw new Unusable("Send 1 to " + MOST + " codes, one a line.");
        }
        return new Codes(codes);
    }

    List<Code> all() {
        return all;
    }

    List<String> texts() {
        return all.stream().map(Code::text).toList();
    }
}
