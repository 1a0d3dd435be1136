package io.deskpulse.localstack.secure;

import io.deskpulse.localstack.token.SecretFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An authority of one test and what it has signed, made by the JDK's keytool: PEM files, and PKCS #12 stores with {@link #password}. Good for a week and
 * for this machine only.
 */
public final class Certificates {

    private static final String AUTHORITY = "ca";
    private static final long LIMIT_SECONDS = 60;
    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Path folder;
    private final String password;

    private Certificates(Path folder, String password) {
        this.folder = folder;
        this.password = password;
    }

    /** A new authority, in a folder that is made. */
    public static Certificates in(Path folder, String password) {
        try {
            var made = new Certificates(Files.createDirectories(folder), password);
            made.keytool("-genkeypair", "-alias", AUTHORITY, "-dname", "CN=" + folder.getFileName(), "-ext", "bc:c");
            SecretFile.write(
                    made.authority(),
                    pem("CERTIFICATE", made.entry(AUTHORITY).chain().get(0)));
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the stores. */
    public String password() {
        return password;
    }

    /** The authority's own certificate. */
    public Path authority() {
        return folder.resolve("ca.crt");
    }

    /** A key with its certificate, for a server on this machine or for a client of this name. */
    public Identity issue(String name) {
        keytool(
                "-genkeypair",
                "-alias",
                name,
                "-signer",
                AUTHORITY,
                "-dname",
                "CN=" + name,
                "-ext",
                "san=ip:127.0.0.1,dns:localhost");
        try {
            var entry = entry(name);
            var identity = new Identity(
                    folder.resolve(name + ".p12"), folder.resolve(name + ".crt"), folder.resolve(name + ".key"));
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(name, entry.key(), password.toCharArray(), entry.stored());
            try (var out = Files.newOutputStream(identity.store())) {
                store.store(out, password.toCharArray());
            }
            SecretFile.write(
                    identity.certificate(), pem("CERTIFICATE", entry.chain().get(0)));
            SecretFile.write(identity.key(), pem("PRIVATE KEY", entry.key().getEncoded()));
            return identity;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot write the certificate of " + name, e);
        }
    }

    /** Where key and certificate are, as a store and as PEM. */
    public record Identity(Path store, Path certificate, Path key) {}

    private record Entry(Key key, java.security.cert.Certificate[] stored, List<byte[]> chain) {}

    private Entry entry(String alias) {
        try (var in = Files.newInputStream(folder.resolve("all.p12"))) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            var stored = store.getCertificateChain(alias);
            var chain = new ArrayList<byte[]>();
            for (var each : stored) {
                chain.add(each.getEncoded());
            }
            return new Entry(store.getKey(alias, password.toCharArray()), stored, chain);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot read " + alias, e);
        }
    }

    private void keytool(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "7", "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", folder.resolve("all.p12").toString(), "-storepass:env", "STORE"));
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("STORE", password);
            var process = builder.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("keytool failed: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("keytool cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, PEM.encodeToString(content));
    }
}
