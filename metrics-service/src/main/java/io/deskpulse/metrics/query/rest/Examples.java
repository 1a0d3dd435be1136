package io.deskpulse.metrics.query.rest;

/** Examples of the interface's description; a test holds them against what is really answered. */
final class Examples {
    static final String QUESTIONS =
            """
            {"queries": [
              {"metric": "resolution_rate", "from": "2026-11-14", "to": "2026-11-21", "step": "day", "by": ["channel"],
               "zone": "UTC", "compare": "previous"},
              {"metric": "first_response_time", "where": {"scene": ["presales"]}, "stat": "p90"}
            ]}""";

    static final String ANSWER =
            """
            {"metric": "resolution_rate", "version": 1, "unit": "ratio", "cohort": "close", "zone": "UTC",
             "asOf": "2026-11-21T08:15:02.113Z", "step": "day",
             "from": "2026-11-20T00:00:00Z", "to": "2026-11-21T00:00:00Z", "stat": null,
             "target": {"atLeast": 0.7, "source": "Customer-service target in use by the teams this was built for"},
             "assumptions": [],
             "series": [{"dimensions": {"channel": "web"}, "points": [
               {"start": "2026-11-20T00:00:00Z", "value": 0.72, "numerator": 180, "denominator": 250,
                "low": 0.6612, "high": 0.7722, "lowSample": false}]}]}""";

    private Examples() {}
}
