package io.deskpulse.survey.definition;

import java.util.Optional;

/**
 * What all questions have.
 *
 * @param id stable over versions: answers of several versions are counted together by it
 * @param text what is asked
 * @param required whether an offer can be finished without an answer, while the question is shown
 * @param showIf when it is shown; always where empty
 */
public record Asked(String id, Wording text, boolean required, Optional<ShowIf> showIf) {
    public Asked {
        Rules.id("/id", id);
    }
}
