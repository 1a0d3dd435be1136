package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Objects;
import io.deskpulse.deploy.settings.KnownSettings;
import java.util.List;
import java.util.regex.Pattern;

/** A setting misspelt, or fixed by the build, does nothing, and nobody is told. */
final class SettingsExist implements Policy {
    /** Set by the manifests already; the services learn it in a change that is on its way. */
    private static final Pattern AWAITED = Pattern.compile("deskpulse\\.postgres\\.migrate");

    @Override
    public String name() {
        return "each property that is set exists in the service";
    }

    @Override
    public List<String> violations(Objects objects) {
        return Configuration.all(objects).stream()
                .flatMap(each -> each.properties().keySet().stream()
                        .filter(property -> !AWAITED.matcher(property).matches())
                        .flatMap(property -> KnownSettings.of(each.service()).fault(property).stream()
                                .map(fault -> each.id() + ": sets " + property + ", but " + fault)))
                .toList();
    }
}
