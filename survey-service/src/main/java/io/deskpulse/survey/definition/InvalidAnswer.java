package io.deskpulse.survey.definition;

/**
 * Why an answer does not fit its question.
 *
 * @param pointer JSON pointer into the answer; empty for the whole of it
 * @param detail what to do about it; never quotes the answer
 */
public record InvalidAnswer(String pointer, String detail) {}
