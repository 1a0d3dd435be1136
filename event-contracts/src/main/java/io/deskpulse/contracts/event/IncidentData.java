package io.deskpulse.contracts.event;

/** What happens to an incident; the subject is the incident id. */
public sealed interface IncidentData extends EventData permits IncidentOpened, IncidentClosed {
    /** The part that is affected. */
    String component();

    /** Its nature; never null. */
    IncidentKind kind();
}
