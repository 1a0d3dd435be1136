package io.deskpulse.alerting.alert;

import java.util.List;

/**
 * Is told of alerts that began to fire, ended or were acknowledged, in the transaction that stores it: what it writes is there with it or not
 * at all. Every bean of this type is told.
 */
public interface AlertListener {
    void changed(List<Alert> alerts);
}
