package io.deskpulse.alerting.rule.file;

import io.deskpulse.alerting.rule.MountedRules;
import io.deskpulse.alerting.rule.RuleVersion;
import jakarta.inject.Singleton;
import java.util.List;

/** No files are mounted. */
@Singleton
class NoFiles implements MountedRules {
    @Override
    public long revision() {
        return 0;
    }

    @Override
    public List<RuleVersion> all() {
        return List.of();
    }
}
