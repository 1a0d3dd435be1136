package io.deskpulse.contracts.event;

/** What a visitor does; the subject is the visitor id. */
public sealed interface VisitData extends EventData permits VisitStarted, VisitAction, VisitEnded {}
