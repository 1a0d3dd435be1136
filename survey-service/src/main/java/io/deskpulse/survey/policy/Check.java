package io.deskpulse.survey.policy;

/** One thing that must hold before somebody is asked. Stateless; asks nothing but the situation. */
interface Check {
    /** Its name, stable over releases. */
    String name();

    Step look(Situation situation);
}
