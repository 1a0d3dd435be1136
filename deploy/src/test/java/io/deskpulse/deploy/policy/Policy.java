package io.deskpulse.deploy.policy;

import io.deskpulse.deploy.manifest.Objects;
import java.util.List;

/** Something that must hold of all that is applied. */
interface Policy {

    /** What it asks for. */
    String name();

    /** Where it does not hold, each with the object at fault and what to do; empty where it holds. */
    List<String> violations(Objects objects);
}
