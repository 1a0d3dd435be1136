package io.deskpulse.alerting.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskpulse.kit.json.Members;
import io.deskpulse.kit.secret.KeyFile;
import io.deskpulse.kit.secret.Vault;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Secrets as they are kept: sealed, for one receiver of one tenant. Thread-safe. */
@Singleton
public class Safe {
    private final Vault vault;

    Safe(ReceiverSettings settings) {
        this.vault = new Vault(new KeyFile("Keys of receivers", settings.keys()));
    }

    /** Whether there is a key to seal with. */
    public boolean ready() {
        return vault.ready();
    }

    public String seal(String tenant, String receiver, Secrets secrets) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        secrets.values().forEach(json::put);
        return vault.seal(place(tenant, receiver), json.toString());
    }

    /** Empty where the key is gone. */
    public Optional<Secrets> open(Kept kept) {
        return vault.open(place(kept.receiver().tenant(), kept.receiver().id()), kept.sealed())
                .map(text -> new Secrets(Members.of(text.getBytes(UTF_8)).allTexts()));
    }

    private static String place(String tenant, String receiver) {
        return tenant + "\n" + receiver;
    }
}
