package io.deskpulse.alerting.receiver;

import java.time.Duration;
import java.util.List;

/** What is set of a receiver of some kind and no secret. */
public sealed interface Settings {
    Kind kind();

    /** Where calls go to; empty where that is a secret, or nothing is called. */
    default String address() {
        return "";
    }

    /**
     * A program that takes what Alertmanager sends.
     *
     * @param url with no secret in it: it can be read again
     * @param maxAlerts how many alerts one body holds
     */
    record Webhook(String url, int maxAlerts) implements Settings {
        public static final int MOST_ALERTS = 500;

        public Webhook {
            if (maxAlerts < 1 || maxAlerts > MOST_ALERTS) {
                throw new IllegalArgumentException("maxAlerts: from 1 to " + MOST_ALERTS);
            }
        }

        @Override
        public Kind kind() {
            return Kind.WEBHOOK;
        }

        @Override
        public String address() {
            return url;
        }
    }

    /**
     * An Alertmanager that takes part in alerts as it does in those of Prometheus.
     *
     * @param url of the Alertmanager; {@code /api/v2/alerts} is added
     * @param validFor how long it takes an alert to fire that it hears nothing more of; longer than routes take to repeat themselves
     */
    record Alertmanager(String url, Duration validFor) implements Settings {
        /** An hour more than routes have, if nothing else is said. */
        public static final Duration STANDARD_VALIDITY = Duration.ofHours(5);

        public Alertmanager {
            if (validFor.compareTo(Duration.ofMinutes(1)) < 0 || validFor.compareTo(Duration.ofDays(7)) > 0) {
                throw new IllegalArgumentException("validFor: from PT1M to P7D");
            }
        }

        @Override
        public Kind kind() {
            return Kind.ALERTMANAGER;
        }

        @Override
        public String address() {
            return url;
        }
    }

    /**
     * A service at PagerDuty.
     *
     * @param url of the Events API v2; other regions have another
     */
    record PagerDuty(String url) implements Settings {
        public static final String STANDARD_URL = "https://events.pagerduty.com/v2/enqueue";

        @Override
        public Kind kind() {
            return Kind.PAGERDUTY;
        }

        @Override
        public String address() {
            return url;
        }
    }

    /**
     * People by e-mail.
     *
     * @param to their addresses; each reads the others
     */
    record Email(List<String> to) implements Settings {
        public static final int MOST_RECIPIENTS = 50;

        public Email {
            to = List.copyOf(to);
            if (to.isEmpty() || to.size() > MOST_RECIPIENTS) {
                throw new IllegalArgumentException("to: from 1 to " + MOST_RECIPIENTS + " addresses");
            }
        }

        @Override
        public Kind kind() {
            return Kind.EMAIL;
        }
    }

    /** A room of a chat platform; the address of its robot is a secret, and there is no more to it. */
    record Room(Kind kind) implements Settings {}
}
