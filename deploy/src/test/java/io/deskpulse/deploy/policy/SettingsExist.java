package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Objects;
import io.deskpulse.deploy.settings.KnownSettings;
import java.util.List;

/** A setting misspelt, or fixed by the build, does nothing, and nobody is told. */
final class SettingsExist implements Policy {
    @Override
    public String name() {
        return "each property that is set exists in the service";
    }

    @Override
    public List<String> violations(Objects objects) {
        return Configuration.all(objects).stream()
                .flatMap(each -> each.properties().keySet().stream()
                        .flatMap(property -> KnownSettings.of(each.service()).fault(property).stream()
                                .map(fault -> each.id() + ": sets " + property + ", but " + fault)))
                .toList();
    }
}
