package io.deskpulse.deploy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndpointsTest {

    @Test
    void whatIsForOperatorsIsFoundInTheSources() {
        assertThat(Endpoints.ofOperators("survey-service"))
                .contains("/v1/surveys", "/v1/offers/01234567-89ab-cdef-0123-456789abcdef/explanation", "/q/metrics")
                .doesNotContain("/v1/offers", "/s/01234567-89ab-cdef-0123-456789abcdef");
        assertThat(Endpoints.ofOperators("metrics-service")).contains("/v1/query", "/v1/stream");
        assertThat(Endpoints.ofOperators("ingest-service"))
                .contains("/q/health")
                .doesNotContain("/v1/events");
        assertThat(Endpoints.ofOperators("alerting-service"))
                .contains("/v1/alerts", "/v1/rules")
                .doesNotContain("/a/01234567-89ab-cdef-0123-456789abcdef");
    }
}
