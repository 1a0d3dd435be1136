package io.deskpulse.benchmarks.echo;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** What HTTP alone costs: the body comes back, on the event loop that read it. */
@Path("/v1/events")
class EchoResource {
    @POST
    @Consumes("*/*")
    @Produces("application/json")
    @NonBlocking
    public byte[] echo(byte[] body) {
        return body;
    }
}
