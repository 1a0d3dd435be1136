package io.deskpulse.contracts.event;

/**
 * The visitor of the subject is this customer.
 *
 * @param customer required
 */
public record CustomerLinked(String customer) implements CommerceData {}
