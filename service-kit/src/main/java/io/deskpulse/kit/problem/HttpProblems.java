package io.deskpulse.kit.problem;

/** The problems that HTTP itself knows. */
final class HttpProblems {
    private HttpProblems() {}

    static Problem of(int status) {
        return switch (status) {
            case 404 -> Problem.notFound("There is nothing at this address; see /q/swagger-ui for what there is.");
            case 405 ->
                Problem.of(
                        "method-not-allowed",
                        405,
                        "Method not allowed",
                        "This address does not answer that method; the Allow header lists those it does.");
            case 406 ->
                Problem.of(
                        "not-acceptable", 406, "Not acceptable", "Nothing the Accept header asks for is served here.");
            case 413 ->
                Problem.of("too-large", 413, "Too large", "The body is larger than this endpoint takes; split it.");
            case 415 ->
                Problem.of(
                        "unsupported-media-type",
                        415,
                        "Unsupported media type",
                        "This endpoint does not read that Content-Type; see /q/swagger-ui for those it does.");
            default -> Problem.of("bad-request", status, "Bad request", "The request cannot be used as it is.");
        };
    }

    static Problem internal(String traceId) {
        return Problem.of(
                        "internal",
                        500,
                        "Internal error",
                        "Something broke on our side. Quote the trace id when you report it; trying again may help.")
                .with("traceId", traceId);
    }
}
