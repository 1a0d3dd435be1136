package io.deskpulse.contracts.event;

/** Who a visitor is and what they buy; the subject is the customer or visitor id. */
public sealed interface CommerceData extends EventData permits CustomerLinked, LeadCreated, OrderData {}
