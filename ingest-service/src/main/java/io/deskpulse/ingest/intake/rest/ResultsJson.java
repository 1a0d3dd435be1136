package io.deskpulse.ingest.intake.rest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.deskpulse.contracts.event.reading.Reading.Fault;
import io.deskpulse.ingest.intake.Results;
import io.deskpulse.ingest.intake.Submission;
import java.util.Arrays;

/** Results as JSON. By hand: most answers say no more than how many were accepted. Thread-safe. */
final class ResultsJson {
    private static final byte[] ACCEPTED = "{\"status\":\"accepted\"}".getBytes(US_ASCII);

    /** As many accepted results as one answer can have, each with its comma. */
    private static final byte[] ALL_ACCEPTED = new byte[Submission.MAX_EVENTS * (ACCEPTED.length + 1)];

    static {
        for (int i = 0; i < Submission.MAX_EVENTS; i++) {
            System.arraycopy(ACCEPTED, 0, ALL_ACCEPTED, i * (ACCEPTED.length + 1), ACCEPTED.length);
            ALL_ACCEPTED[(i + 1) * (ACCEPTED.length + 1) - 1] = ',';
        }
    }

    private ResultsJson() {}

    static byte[] write(Results results) {
        return results.faults() == null ? allAccepted(results.accepted()) : mixed(results);
    }

    private static byte[] allAccepted(int accepted) {
        byte[] head = head(accepted, 0).getBytes(US_ASCII);
        int body = accepted * (ACCEPTED.length + 1) - 1;
        byte[] json = Arrays.copyOf(head, head.length + body + 2);
        System.arraycopy(ALL_ACCEPTED, 0, json, head.length, body);
        json[json.length - 2] = ']';
        json[json.length - 1] = '}';
        return json;
    }

    private static byte[] mixed(Results results) {
        StringBuilder json = new StringBuilder(64 * results.faults().size());
        json.append(head(results.accepted(), results.rejected()));
        char separator = ' ';
        for (Fault fault : results.faults()) {
            if (separator == ',') {
                json.append(',');
            }
            separator = ',';
            if (fault == null) {
                json.append("{\"status\":\"accepted\"}");
            } else {
                appendRejected(fault, json);
            }
        }
        return json.append("]}").toString().getBytes(UTF_8);
    }

    private static void appendRejected(Fault fault, StringBuilder json) {
        json.append("{\"status\":\"rejected\",\"type\":\"").append(fault.problem());
        json.append("\",\"pointer\":\"");
        JsonStringEncoder.getInstance().quoteAsString(fault.pointer(), json);
        json.append("\",\"detail\":\"");
        JsonStringEncoder.getInstance().quoteAsString(fault.detail(), json);
        json.append("\"}");
    }

    private static String head(int accepted, int rejected) {
        return "{\"accepted\":" + accepted + ",\"rejected\":" + rejected + ",\"results\":[";
    }
}
