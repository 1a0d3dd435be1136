package io.deskpulse.alerting.evaluation;

import io.deskpulse.alerting.alert.Labels;
import io.deskpulse.alerting.alert.Transition;
import io.deskpulse.alerting.rule.Rule;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The labels that every alert has, and no texts. */
public final class PlainWording implements Wording {
    @Override
    public Labels labels(Rule rule, Map<String, String> group) {
        Map<String, String> labels = new HashMap<>(rule.notice().labels());
        labels.put(Labels.NAME, rule.id());
        labels.put(Labels.SEVERITY, rule.severity().name().toLowerCase(Locale.ROOT));
        labels.putAll(group);
        return Labels.of(labels);
    }

    @Override
    public Transition worded(Rule rule, Transition bare) {
        return bare;
    }
}
