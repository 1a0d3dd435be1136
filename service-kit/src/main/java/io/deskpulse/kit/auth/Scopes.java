package io.deskpulse.kit.auth;

/** What a token may allow. They are roles to Quarkus: ask for one with {@code @RolesAllowed(Scopes.METRICS_READ)}. */
public final class Scopes {
    /** Send events. */
    public static final String INGEST_WRITE = "ingest:write";

    /** Answer surveys; such a token may stand in a web page. */
    public static final String SURVEY_ANSWER = "survey:answer";

    /** Define surveys. */
    public static final String SURVEY_MANAGE = "survey:manage";

    /** Read metrics. */
    public static final String METRICS_READ = "metrics:read";

    /** Define alert rules, silences and receivers. */
    public static final String ALERTS_MANAGE = "alerts:manage";

    /** Operate the deployment. It implies no other scope. */
    public static final String ADMIN = "admin";

    private Scopes() {}
}
