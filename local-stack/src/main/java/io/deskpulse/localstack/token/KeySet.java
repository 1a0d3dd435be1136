package io.deskpulse.localstack.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * The signing keys of one installation in a folder: {@code jwks.json}, the public keys that services verify with, newest first, and the private key of the newest in
 * {@code signing-<kid>.pem} (PKCS #8, readable by its owner only).
 */
public final class KeySet {

    private final Path folder;

    private KeySet(Path folder) {
        this.folder = folder;
    }

    /** Opens the folder's keys and generates the first if there is none. */
    public static KeySet in(Path folder) {
        var keys = new KeySet(folder);
        if (!Files.exists(keys.publicKeys())) {
            keys.add(List.of());
        }
        return keys;
    }

    /** The file of public keys (JWKS). */
    public Path publicKeys() {
        return folder.resolve("jwks.json");
    }

    /** Signs with a new key from now on. Tokens signed before stay valid, as the old public key stays; its private key is deleted. */
    public void rotate() {
        var old = read();
        add(old);
        old.forEach(key -> deletePrivate(key.getKeyId()));
    }

    /** The id of the key that signs. */
    public String currentId() {
        return read().get(0).getKeyId();
    }

    /** The key that signs. */
    public PrivateKey current() {
        var file = privateKey(currentId());
        try {
            var base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----|\\s", "");
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the signing key " + file, e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("the signing key " + file + " is damaged: delete the folder " + folder, e);
        }
    }

    private List<JsonWebKey> read() {
        try {
            return new JsonWebKeySet(Files.readString(publicKeys())).getJsonWebKeys();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + publicKeys(), e);
        } catch (JoseException e) {
            throw new IllegalStateException(publicKeys() + " is damaged: delete the folder " + folder, e);
        }
    }

    private void add(List<JsonWebKey> older) {
        try {
            Files.createDirectories(folder);
            var key = generate();
            writePrivate(key);
            var all = new ArrayList<JsonWebKey>();
            all.add(key);
            all.addAll(older);
            var set = new JsonWebKeySet(all).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
            // moved into place: a service that reloads it never sees half a file
            var draft = Files.writeString(folder.resolve("jwks.json.new"), set);
            Files.move(draft, publicKeys(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write keys into " + folder, e);
        }
    }

    private static EllipticCurveJsonWebKey generate() {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256").substring(0, 16));
            key.setAlgorithm("ES256");
            key.setUse("sig");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("this JDK cannot generate P-256 keys", e);
        }
    }

    private void writePrivate(EllipticCurveJsonWebKey key) throws IOException {
        var file = privateKey(key.getKeyId());
        var encoded = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(key.getPrivateKey().getEncoded());
        SecretFile.write(file, "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");
    }

    private void deletePrivate(String id) {
        try {
            Files.deleteIfExists(privateKey(id));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + privateKey(id), e);
        }
    }

    private Path privateKey(String id) {
        return folder.resolve("signing-" + id + ".pem");
    }
}
