package io.deskpulse.alerting.receiver.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.deskpulse.alerting.rule.Notice;
import io.quarkus.qute.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** What is said where the tenant says nothing of its own; in the resources {@code templates/receivers/<language>}. Thread-safe. */
final class OurTexts {
    private static final Map<String, Template> ALL = new HashMap<>();

    static {
        for (String language : Notice.LANGUAGES) {
            ALL.put(language + "/title", load(language, "title.txt", Medium.PLAIN));
            ALL.put(language + "/" + Medium.PLAIN, load(language, "plain.txt", Medium.PLAIN));
            ALL.put(language + "/" + Medium.HTML, load(language, "html.html", Medium.HTML));
            ALL.put(language + "/" + Medium.SLACK, load(language, "slack.txt", Medium.SLACK));
            ALL.put(language + "/" + Medium.MARKDOWN, load(language, "markdown.txt", Medium.MARKDOWN));
        }
    }

    private OurTexts() {}

    static Template title(String language) {
        return ALL.get(language + "/title");
    }

    static Template body(String language, Medium medium) {
        return ALL.get(language + "/" + medium);
    }

    private static Template load(String language, String name, Medium medium) {
        String path = "/templates/receivers/" + language + "/" + name;
        try (InputStream text = OurTexts.class.getResourceAsStream(path)) {
            if (text == null) {
                throw new IllegalStateException("missing in this build: " + path);
            }
            return Engines.of(medium).parse(new String(text.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
