package io.deskpulse.endtoend.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/** What a service answered. */
public record Answer(int status, String contentType, String body, HttpResponse<String> response) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Answer of(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return new Answer(response.statusCode(), type, response.body(), response);
    }

    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON but: " + this, e);
        }
    }

    @Override
    public String toString() {
        return status + " " + contentType + " " + (body.length() > 2000 ? body.substring(0, 2000) + "..." : body);
    }
}
