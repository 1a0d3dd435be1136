package io.deskpulse.alerting.rule;

/**
 * What is wrong with a rule as it was written, for whoever wrote it. Immutable.
 *
 * @param pointer JSON pointer (RFC 6901) to the fault; of YAML, into the same tree
 * @param detail what to do about it
 */
public record RuleFault(String pointer, String detail) {}
