package io.deskpulse.contracts.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Why a record of the {@code dead-letters} topic is there, and where it came from. It holds nothing of the record's own
 * contents; those stand beside it, unchanged. Immutable.
 *
 * @param topic where the record was
 * @param partition of that topic
 * @param offset in that partition
 * @param problem stable URI of the kind of fault
 * @param pointer JSON pointer to the fault; empty for the record as a whole
 * @param detail what is wrong
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetter(String topic, int partition, long offset, String problem, String pointer, String detail) {}
