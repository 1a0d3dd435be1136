package io.deskpulse.survey.result.rest;

import io.deskpulse.survey.result.export.ExportAnswers;
import io.deskpulse.survey.result.export.Format;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** How a file with answers is to be. */
class ExportParameters extends SelectionParameters {
    private static final int LONGEST_TAG = 64;

    @QueryParam("language")
    @Parameter(
            description =
                    "Headings and options in this language (BCP 47); ids, which are the same over versions and languages, where it is left out")
    String language;

    ExportAnswers.Wish wish(Format format) {
        Optional<String> spoken = text(language);
        if (spoken.filter(tag -> tag.length() > LONGEST_TAG || !tag.matches("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*"))
                .isPresent()) {
            throw invalid("language", "not a language tag such as zh-CN");
        }
        return new ExportAnswers.Wish(format, zone(), spoken);
    }

    @Override
    Set<String> further() {
        return Set.of("language");
    }
}
