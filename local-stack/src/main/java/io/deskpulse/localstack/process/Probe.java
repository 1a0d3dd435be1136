package io.deskpulse.localstack.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks once whether something is ready; "no" and "not reachable yet" are the same. */
@FunctionalInterface
public interface Probe {

    boolean ready() throws IOException, InterruptedException;

    /** Ready when a GET is answered with a 2xx status. */
    static Probe http(URI address) {
        var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        var request =
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        return () ->
                client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
    }
}
