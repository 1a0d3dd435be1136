package io.deskpulse.alerting.notification;

/** What people read, in both languages. Immutable. */
public record Sentence(String english, String chinese) {}
