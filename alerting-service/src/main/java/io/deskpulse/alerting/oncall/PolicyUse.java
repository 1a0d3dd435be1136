package io.deskpulse.alerting.oncall;

/** Whether somebody needs a policy. Calls block; thread-safe. */
public interface PolicyUse {
    boolean used(String tenant, String policy);
}
