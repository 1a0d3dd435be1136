package io.deskpulse.alerting.receiver;

import java.util.Set;
import java.util.TreeSet;

/** What receivers there are, and which secrets each needs or takes. */
public enum Kind {
    WEBHOOK("webhook", Set.of(), Set.of(Secrets.SIGNING, Secrets.AUTHORIZATION)),
    ALERTMANAGER("alertmanager", Set.of(), Set.of(Secrets.AUTHORIZATION)),
    PAGERDUTY("pagerduty", Set.of(Secrets.ROUTING_KEY), Set.of()),
    SLACK("slack", Set.of(Secrets.URL), Set.of()),
    EMAIL("email", Set.of(), Set.of()),
    DINGTALK("dingtalk", Set.of(Secrets.URL), Set.of(Secrets.SIGNING)),
    FEISHU("feishu", Set.of(Secrets.URL), Set.of(Secrets.SIGNING)),
    WECOM("wecom", Set.of(Secrets.URL), Set.of());

    private final String wire;
    private final Set<String> required;
    private final Set<String> optional;

    Kind(String wire, Set<String> required, Set<String> optional) {
        this.wire = wire;
        this.required = required;
        this.optional = optional;
    }

    /** As it is written in documents, stable over releases. */
    public String wire() {
        return wire;
    }

    /** The secrets without which nothing can be sent. */
    public Set<String> required() {
        return required;
    }

    /** The names of all its secrets, in their order. */
    public Set<String> secrets() {
        Set<String> all = new TreeSet<>(required);
        all.addAll(optional);
        return all;
    }

    /** Whether people read it rather than machines: then it has a language, texts and a limit. */
    public boolean readByPeople() {
        return this != WEBHOOK && this != ALERTMANAGER && this != PAGERDUTY;
    }
}
