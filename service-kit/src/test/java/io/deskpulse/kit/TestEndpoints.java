package io.deskpulse.kit;

import io.deskpulse.kit.auth.Caller;
import io.deskpulse.kit.auth.Scopes;
import io.deskpulse.kit.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;

/** A service to try the kit in. */
@Path("/test")
@Produces(MediaType.APPLICATION_JSON)
public class TestEndpoints {
    private final Caller caller;

    TestEndpoints(Caller caller) {
        this.caller = caller;
    }

    public record Who(String tenant, List<String> scopes, String tokenId) {}

    public record Order(int count, List<Line> lines) {}

    public record Line(double price) {}

    @GET
    @Path("who")
    @RolesAllowed(Scopes.METRICS_READ)
    public Who who() {
        return new Who(
                caller.tenant(), List.copyOf(caller.scopes()), caller.tokenId().orElse(null));
    }

    @GET
    @Path("operators")
    @RolesAllowed(Scopes.ADMIN)
    public Who operators() {
        return who();
    }

    @POST
    @Path("orders")
    @Consumes(MediaType.APPLICATION_JSON)
    public Order order(Order order) {
        return order;
    }

    @GET
    @Path("busy")
    public Who busy() {
        throw Problem.rateLimited("Ask less often.").toException().retryAfter(Duration.ofMillis(1200));
    }

    @GET
    @Path("invalid")
    public Who invalid() {
        throw Problem.invalidParameter("from", "not an instant").toException();
    }

    @GET
    @Path("broken")
    public Who broken() {
        throw new IllegalStateException("a customer wrote: my number is 5551234567");
    }
}
