package io.deskpulse.survey.policy;

/** One sentence for whoever wants to know, in both languages. */
public record Sentence(String english, String chinese) {}
