package io.deskpulse.alerting.receiver.pace;

import io.deskpulse.alerting.receiver.text.Medium;
import io.deskpulse.alerting.receiver.text.Room;
import io.deskpulse.alerting.receiver.text.Written;
import io.deskpulse.alerting.rule.Notice;
import java.util.List;
import java.util.function.Predicate;

/** One text for several notifications: a line for each, the oldest first, as many as fit. Stateless. */
final class Digest {
    private Digest() {}

    static Written write(List<Waiting> all, String language, Room room) {
        boolean english = language.equals(Notice.LANGUAGES.get(0));
        long firing = all.stream().filter(Waiting::firing).count();
        String title = english
                ? "[DIGEST] " + firing + " firing, " + (all.size() - firing) + " resolved"
                : "【汇总】告警 " + firing + " 组，已恢复 " + (all.size() - firing) + " 组";
        return Written.of(title, body(all, english, room.medium(), room::fits), room.medium());
    }

    private static String body(List<Waiting> all, boolean english, Medium medium, Predicate<String> fits) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            String line = "- " + medium.value(all.get(i).title()) + "\n";
            String rest = english ? (all.size() - i) + " more groups." : "另有 " + (all.size() - i) + " 组。";
            if (!fits.test(body + line + rest)) {
                return body + rest;
            }
            body.append(line);
        }
        return body.toString().strip();
    }
}
