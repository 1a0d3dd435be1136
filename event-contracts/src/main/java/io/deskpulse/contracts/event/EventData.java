package io.deskpulse.contracts.event;

/** What an event says, apart from its CloudEvents attributes. Immutable. */
public sealed interface EventData
        permits ConversationData, VisitData, CommerceData, IncidentData, SurveyData, CostRecorded, ClockAdvanced {}
