package io.deskpulse.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Events of a service desk where everything goes wrong that can: starts that come late or never, clocks that run back,
 * silences around the idle time, events after the end, repetitions, anger, test conversations, visits, costs and
 * incidents. From a seed; valid events all, as real ones seldom are so nasty.
 */
public final class UnrulyDesk {
    private static final String SOURCE = "/unruly-desk";
    private static final String[] CHANNELS = {"web", "App ", "email", "wechat"};
    private static final String[] TOPICS = {"parcel", "Refund", "size"};
    private static final String[] TEXTS = {"Where is my parcel?", "where is MY parcel", "你好!", "?!", "thanks", "不 行"};
    private static final String[] REASONS = {"requested", "sentiment", "repeated", "unresolved", "policy", "limit"};
    private static final String[] ENDS = {"completed", "abandoned", "closed", "timeout"};

    /** Seconds between events: mostly short, sometimes just around the idle time of a chat, sometimes backwards. */
    private static final double[] PAUSES = {
        0, 0.4, 1, 3.25, 8, 20, 45, 90, 400, 1799.9, 1800, 1800.1, 5000, 90_000, 259_200, 259_201, -2, -30, -1801
    };

    /** No conversation begins anything later than so many seconds after its start; the last pause may go beyond. */
    private static final double LONGEST = 4 * 86_400;

    private final Random random;
    private final Instant zero;
    private final double seconds;

    /**
     * A desk.
     *
     * @param zero when the first may begin
     * @param seconds how long after zero the last may begin; it is over a week later
     */
    public UnrulyDesk(long seed, Instant zero, double seconds) {
        this.random = new Random(seed);
        this.zero = zero;
        this.seconds = seconds;
    }

    /** The events of so many conversations, visitors and incidents, mixed; each subject keeps its order. */
    public List<JsonNode> events(int conversations, int visitors, int incidents) {
        List<List<JsonNode>> stories = new ArrayList<>();
        for (int i = 0; i < conversations; i++) {
            stories.add(conversation("unruly-" + i));
        }
        for (int i = 0; i < visitors; i++) {
            stories.add(visitor("visitor-" + i));
        }
        stories.add(incidents(incidents));
        return Interleaving.random(stories, random);
    }

    private List<JsonNode> conversation(String id) {
        Story story = new Story(SOURCE + "/" + id, zero).about(id);
        double at = random.nextDouble() * seconds;
        if (random.nextInt(10) > 0) {
            start(story.at(at));
        }
        int length = 1 + random.nextInt(25);
        double end = at + LONGEST;
        for (int i = 0; i < length && at < end; i++) {
            at += PAUSES[random.nextInt(random.nextInt(4) == 0 ? PAUSES.length : 9)];
            happen(story.at(at), id);
            if (random.nextInt(20) == 0) {
                story.again();
            }
        }
        return story.events();
    }

    private void happen(Story story, String id) {
        switch (random.nextInt(32)) {
            case 0, 1 -> story.escalated(any(REASONS));
            case 2, 3 -> story.resolved(any("bot", "human"), "confirmation", any("confirmed", "assumed"));
            case 4 -> story.reopened();
            case 5, 6 -> story.tell("conversation.ended", "reason", any(ENDS), "goalReached", random.nextBoolean());
            case 7 -> start(story);
            case 8 -> cost(story, id);
            case 9, 10 -> story.human("visibility", "private");
            case 11, 12, 13, 14 -> story.human(maybe("topic", any(TOPICS)));
            case 15, 16, 17, 18, 19, 20, 21 -> bot(story);
            default -> customer(story);
        }
    }

    private void start(Story story) {
        List<Object> fields = new ArrayList<>(List.of("channel", any(CHANNELS)));
        add(fields, "scene", any("presales", "aftersales", "complaint", "other"));
        add(fields, "language", any("zh-CN", "en"));
        add(fields, "variant", any("v1", "v2"));
        add(fields, "campaign", any("singles-day", "spring"));
        add(fields, "segment", any("new", "vip"));
        add(fields, "region", any("cn", "us"));
        if (random.nextInt(30) == 0) {
            fields.addAll(List.of("test", true));
        }
        story.started(fields.toArray());
    }

    private void customer(Story story) {
        List<Object> fields = new ArrayList<>(List.of("text", any(TEXTS)));
        add(fields, "topic", any(TOPICS));
        add(fields, "sentiment", random.nextInt(201) / 100.0 - 1);
        story.customer(fields.toArray());
    }

    private void bot(Story story) {
        List<Object> fields = new ArrayList<>();
        add(fields, "answered", random.nextInt(3) > 0);
        add(fields, "kbArticle", "article-1");
        add(fields, "topic", any(TOPICS));
        story.bot(fields.toArray());
    }

    private void cost(Story story, String conversation) {
        String amount = random.nextInt(500) + "." + (10 + random.nextInt(90));
        List<Object> fields = new ArrayList<>(List.of("amount", amount, "currency", any("CNY", "EUR")));
        add(fields, "handler", any("bot", "human"));
        fields.addAll(List.of("conversation", conversation));
        story.about(any("labour", "platform", "model", "other"))
                .tell("cost.recorded", fields.toArray())
                .about(conversation);
    }

    private List<JsonNode> visitor(String id) {
        Story story = new Story(SOURCE + "/" + id, zero).about(id);
        double at = random.nextDouble() * seconds;
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            at += random.nextInt(400);
            story.at(at);
            switch (random.nextInt(4)) {
                case 0 -> story.tell("visit.started", "channel", any(CHANNELS), "region", any("cn", "us"));
                case 1, 2 -> story.tell("visit.action", "action", any("widget_shown", "widget_opened", "link_clicked"));
                default -> story.tell("visit.ended", "pages", 1 + random.nextInt(2), "seconds", random.nextInt(900));
            }
        }
        return story.events();
    }

    private List<JsonNode> incidents(int count) {
        Story story = new Story(SOURCE + "/incidents", zero);
        for (int i = 0; i < count; i++) {
            double at = random.nextDouble() * seconds;
            story.about("incident-" + i).at(at).tell("incident.opened", "component", "bot", "kind", "slow");
            story.at(at + random.nextInt(7000)).tell("incident.closed", "component", "bot");
        }
        return story.events();
    }

    private Object[] maybe(Object... field) {
        return random.nextBoolean() ? field : new Object[0];
    }

    private void add(List<Object> fields, String name, Object value) {
        fields.addAll(List.of(maybe(name, value)));
    }

    private String any(String... values) {
        return values[random.nextInt(values.length)];
    }
}
