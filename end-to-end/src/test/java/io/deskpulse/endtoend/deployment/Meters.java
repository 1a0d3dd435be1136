package io.deskpulse.endtoend.deployment;

import io.deskpulse.localstack.service.Service;
import java.util.Arrays;

/** What a service tells Prometheus. */
public record Meters(String text) {
    /** The meters of a service as they stand now. */
    public static Meters of(Service service) {
        return new Meters(new HttpCaller(service.base(), null).get("/q/metrics").body());
    }

    /** The sum over all samples of a name whose labels contain this text. */
    public double sum(String name, String labels) {
        return Arrays.stream(text.split("\n"))
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> line.contains(labels))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
