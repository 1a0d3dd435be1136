package io.deskpulse.deploy.policy;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a route lets through.
 *
 * @param kind {@code Exact}, {@code PathPrefix} or {@code Prefix}, {@code RegularExpression}; all else lets everything through
 */
record PathMatch(String kind, String value) {

    static PathMatch ofRoute(JsonNode match) {
        var path = match.at("/path");
        return path.isMissingNode()
                ? new PathMatch("PathPrefix", "/")
                : new PathMatch(
                        path.at("/type").asText("PathPrefix"), path.at("/value").asText("/"));
    }

    static PathMatch ofIngress(JsonNode path) {
        return new PathMatch(path.at("/pathType").asText(), path.at("/path").asText("/"));
    }

    boolean lets(String path) {
        String folder = value.endsWith("/") ? value : value + "/";
        return switch (kind) {
            case "Exact" -> path.equals(value);
            case "PathPrefix", "Prefix" -> path.equals(value) || path.startsWith(folder);
            case "RegularExpression" -> path.matches(value);
            default -> true;
        };
    }
}
