package io.deskpulse.survey.contact.rest;

import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemException;

/** Why a contact cannot be kept. */
public final class ContactProblems {
    private ContactProblems() {}

    /** This installation keeps no addresses. */
    public static ProblemException notConfigured() {
        return Problem.of(
                        "contacts-not-configured",
                        503,
                        "Contacts not configured",
                        "No address can be kept here: set deskpulse.survey.contacts.keys to a file of keys.")
                .toException();
    }
}
