package io.deskpulse.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/** Faults in a JSON body. Jackson's messages quote the body and name Java classes, so none of their words are passed on. */
final class JsonFault {
    private JsonFault() {}

    static Problem problem(JacksonException e) {
        if (e instanceof JsonMappingException mapping && !(e.getCause() instanceof JacksonException)) {
            return Problem.invalidBody(pointer(mapping), reason(mapping));
        }
        JsonLocation at = e.getLocation();
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return Problem.invalidBody("", "The body is not well-formed JSON" + where + ".");
    }

    private static String reason(JsonMappingException e) {
        if (e instanceof UnrecognizedPropertyException) {
            return "This member is not known here; remove it or check its spelling.";
        }
        if (e instanceof InvalidFormatException || e instanceof MismatchedInputException) {
            return e.getPath().isEmpty()
                    ? "The body is missing, or not the kind of JSON value that is expected here."
                    : "This member is missing or has the wrong type or form.";
        }
        return "This member cannot be used.";
    }

    private static String pointer(JsonMappingException e) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            pointer.append('/');
            if (step.getFieldName() == null) {
                pointer.append(step.getIndex());
            } else {
                pointer.append(step.getFieldName().replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.toString();
    }
}
