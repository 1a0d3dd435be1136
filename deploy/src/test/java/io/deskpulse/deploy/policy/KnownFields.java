package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Objects;
import java.util.List;

/** A field misspelt is a field that the API server drops, or refuses on the day it is applied. */
final class KnownFields implements Policy {

    @Override
    public String name() {
        return "each object has only fields that its kind knows";
    }

    @Override
    public List<String> violations(Objects objects) {
        return objects.all().stream()
                .flatMap(each -> each.faults().stream().map(fault -> each.id() + ": " + fault))
                .toList();
    }
}
