package io.deskpulse.alerting.rule;

/** How bad it is while an alert fires; the more severe is the greater. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL
}
