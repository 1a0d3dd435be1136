package io.deskpulse.alerting.alert;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what listeners are told, for tests. */
@Singleton
public class ToldAlerts implements AlertListener {
    private final List<List<Alert>> told = new CopyOnWriteArrayList<>();

    @Override
    public void changed(List<Alert> alerts) {
        told.add(alerts);
    }

    /** What was told of one tenant, one list for each time. */
    public List<List<Alert>> of(String tenant) {
        return told.stream()
                .filter(alerts -> alerts.get(0).tenant().equals(tenant))
                .toList();
    }
}
