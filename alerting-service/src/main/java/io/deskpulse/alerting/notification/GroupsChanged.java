package io.deskpulse.alerting.notification;

/** Some group may be due sooner than was known. */
record GroupsChanged() {}
