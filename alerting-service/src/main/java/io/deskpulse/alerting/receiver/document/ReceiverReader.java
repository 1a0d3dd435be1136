package io.deskpulse.alerting.receiver.document;

import io.deskpulse.alerting.receiver.Kind;
import io.deskpulse.alerting.receiver.Limit;
import io.deskpulse.alerting.receiver.Settings;
import io.deskpulse.alerting.receiver.Texts;
import io.deskpulse.alerting.rule.Notice;
import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what is set of a receiver from JSON; whatever is wrong is an {@link InvalidMember}. Stateless. */
public final class ReceiverReader {
    private static final Map<String, Kind> KINDS =
            Stream.of(Kind.values()).collect(Collectors.toMap(Kind::wire, Function.identity()));
    private static final Map<String, String> LANGUAGES =
            Notice.LANGUAGES.stream().collect(Collectors.toMap(Function.identity(), Function.identity()));
    private static final String DURATION = "Send an ISO 8601 duration such as PT1M.";
    private static final int LONGEST_EMAIL = 254;
    /** Nothing that could end a header or name another person. */
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\\.[A-Za-z0-9-]{2,63}");

    private ReceiverReader() {}

    public static Kind kind(Members body) {
        return body.required("kind", body.oneOf("kind", KINDS));
    }

    public static Settings settings(Members body) {
        Kind kind = kind(body);
        Optional<Members> given = body.object("settings");
        return switch (kind) {
            case WEBHOOK -> webhook(required(body, given).only(Set.of("url", "maxAlerts")));
            case ALERTMANAGER -> alertmanager(required(body, given).only(Set.of("url", "validFor")));
            case PAGERDUTY ->
                new Settings.PagerDuty(given.map(settings -> settings.only(Set.of("url")))
                        .flatMap(settings -> settings.text("url"))
                        .orElse(Settings.PagerDuty.STANDARD_URL));
            case EMAIL -> email(required(body, given).only(Set.of("to")));
            case SLACK, DINGTALK, FEISHU, WECOM -> {
                given.ifPresent(settings -> settings.only(Set.of()));
                yield new Settings.Room(kind);
            }
        };
    }

    public static String language(Members body) {
        return body.oneOf("language", LANGUAGES).orElse(Notice.LANGUAGES.get(0));
    }

    public static Texts texts(Members body) {
        return body.object("texts")
                .map(texts -> texts.only(Set.of("title", "body")))
                .map(texts -> new Texts(text(texts, "title"), text(texts, "body")))
                .orElse(Texts.OURS);
    }

    public static Optional<Limit> limit(Members body) {
        return body.object("limit")
                .map(limit -> limit.only(Set.of("count", "per")))
                .map(limit -> {
                    int count = limit.required("count", limit.integer("count"));
                    Duration per = limit.required("per", limit.parsed("per", Duration::parse, DURATION));
                    return checked(limit, () -> new Limit(count, per));
                });
    }

    private static Settings webhook(Members settings) {
        int most = settings.integer("maxAlerts").orElse(100);
        String url = settings.requiredText("url");
        return checked(settings, () -> new Settings.Webhook(url, most));
    }

    private static Settings alertmanager(Members settings) {
        Duration valid =
                settings.parsed("validFor", Duration::parse, DURATION).orElse(Settings.Alertmanager.STANDARD_VALIDITY);
        String url = settings.requiredText("url");
        return checked(settings, () -> new Settings.Alertmanager(url, valid));
    }

    private static Settings email(Members settings) {
        List<String> to = settings.texts("to");
        for (int i = 0; i < to.size(); i++) {
            if (to.get(i).length() > LONGEST_EMAIL || !EMAIL.matcher(to.get(i)).matches()) {
                throw new InvalidMember(settings.at("to") + "/" + i, "Send an e-mail address.");
            }
        }
        return checked(settings, () -> new Settings.Email(to));
    }

    private static Optional<String> text(Members texts, String name) {
        Optional<String> text = texts.text(name);
        if (text.filter(template -> template.length() > Texts.LONGEST).isPresent()) {
            throw new InvalidMember(texts.at(name), "Send at most " + Texts.LONGEST + " characters.");
        }
        return text;
    }

    private static Members required(Members body, Optional<Members> settings) {
        return body.required("settings", settings);
    }

    private static <T> T checked(Members object, Supplier<T> make) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            throw new InvalidMember(object.pointer(), e.getMessage());
        }
    }
}
