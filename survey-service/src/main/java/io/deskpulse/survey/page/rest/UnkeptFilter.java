package io.deskpulse.survey.page.rest;

import io.deskpulse.survey.page.Page;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Sets the headers of answers from secret addresses, and writes their pages. */
final class UnkeptFilter {
    @Unkept
    @ServerResponseFilter
    void keepSecret(ContainerResponseContext response) {
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.putSingle("Referrer-Policy", "no-referrer");
        headers.putSingle("X-Robots-Tag", "noindex, nofollow, noarchive");
        headers.putSingle("X-Content-Type-Options", "nosniff");
        if (response.getEntity() instanceof Page page) {
            headers.putSingle("Content-Security-Policy", page.contentSecurityPolicy());
            headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, page.language());
            headers.putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
            response.setEntity(page.html());
        }
    }
}
