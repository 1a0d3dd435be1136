package io.deskpulse.alerting.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of addresses and tricks by which a service is made to call what only it can reach. */
class GuardTest {
    /** A resolver that leads every name to where attackers want it, as one that reads numbers as C does would. */
    private static final HostNames TO_THE_MACHINE_ITSELF = host -> List.of(InetAddress.getByName("127.0.0.1"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the machine itself
                "https://127.0.0.1/",
                "https://127.255.255.254/",
                "https://0.0.0.0/",
                "https://[::1]/",
                "https://[::]/",
                "https://[0:0:0:0:0:0:0:1]/",
                "https://localhost/",
                "https://localhost.localdomain/",
                "https://nice.example/",
                // other ways to write it
                "https://2130706433/",
                "https://0x7f000001/",
                "https://017700000001/",
                "https://127.1/",
                "https://127.0.1/",
                "https://0177.0.0.1/",
                "https://0x7f.0.0.1/",
                "https://0x7f.1/",
                "https://127.0.0.1./",
                "https://localhost./",
                "https://127.000.000.001/",
                "https://0/",
                "https://256.256.256.256/",
                "https://%31%32%37.0.0.1/",
                "https://１２７.０.０.１/",
                "https://①②⑦.⓪.⓪.①/",
                "https://127。0。0。1/",
                "https://ⓛocalhost/",
                // private networks
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.168.0.1/",
                "https://100.64.0.1/",
                "https://[fd12:3456:789a::1]/",
                "https://[fc00::1]/",
                "https://[fec0::1]/",
                // link-local and what tells secrets
                "https://169.254.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[fe80::1]/",
                "https://[fe80::1%25eth0]/",
                "https://[fe80::1%eth0]/",
                "https://[fd00:ec2::254]/latest/meta-data/",
                "https://100.100.100.200/latest/meta-data/",
                "https://168.63.129.16/",
                "https://192.0.0.192/",
                // IPv6 that leads to IPv4
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::ffff:a9fe:a9fe]/",
                "https://[::127.0.0.1]/",
                "https://[::ffff:0:127.0.0.1]/",
                "https://[64:ff9b::127.0.0.1]/",
                "https://[64:ff9b::a9fe:a9fe]/",
                "https://[64:ff9b:1::808:808]/",
                "https://[2002:7f00:1::]/",
                "https://[2002:a9fe:a9fe::1]/",
                "https://[2001:0:808:808::f5ff:fffe]/",
                // nobody's
                "https://192.0.2.1/",
                "https://198.18.0.1/",
                "https://198.51.100.7/",
                "https://203.0.113.9/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://240.0.0.1/",
                "https://[ff02::1]/",
                "https://[2001:db8::1]/",
                "https://[100::1]/",
                // other addresses than they look
                "https://public.example@127.0.0.1/",
                "https://public.example:secret@nice.example/",
                "https://127.0.0.1\\@public.example/",
                "https://public.example#@127.0.0.1/",
                "https://public.example\t/",
                "https:///127.0.0.1/",
                "https:127.0.0.1",
                "//127.0.0.1/",
                "https://[::1/",
                "https://[127.0.0.1]/",
                "https://public.example:0/",
                "https://public.example:99999/",
                // other schemes
                "http://public.example/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:6379/_FLUSHALL",
                "ftp://public.example/",
                "jar:https://public.example!/",
                "HTTP://public.example/",
                ""
            })
    void whatOnlyTheServiceCanReachIsRefused(String url) {
        assertThat(refused(Rules.strict().guard(TO_THE_MACHINE_ITSELF), url)).isNotBlank();
    }

    @Test
    void oneBadAddressAmongGoodOnesIsEnough() {
        HostNames both = host -> List.of(
                InetAddress.getByName("93.184.216.34"),
                InetAddress.getByName("2606:2800:220:1::1"),
                InetAddress.getByName("10.0.0.1"));

        assertThat(refused(Rules.strict().guard(both), "https://both.example/")).isEqualTo("address-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://93.184.216.34/",
                "https://93.184.216.34:8443/hooks?a=b",
                "https://172.15.255.255/",
                "https://172.32.0.1/",
                "https://100.128.0.1/",
                "https://[2606:2800:220:1:248:1893:25c8:1946]/",
                // behind a NAT64 is the same public address
                "https://[64:ff9b::5db8:d822]/",
                "https://public.example/",
                "HTTPS://PUBLIC.example:443",
                "https://xn--fiqs8s.example/"
            })
    void whatAnybodyCanReachIsAllowed(String url) throws UnknownHostException {
        Guard guard = Rules.strict().guard(host -> List.of(InetAddress.getByName("93.184.216.34")));

        assertThat(guard.resolve(guard.read(url))).hasSize(1);
    }

    @Test
    void namesAreLookedUpOnceAndNotWhenTheyAreRead() throws UnknownHostException {
        List<String> asked = new ArrayList<>();
        Guard guard = Rules.strict().guard(host -> {
            asked.add(host);
            return List.of(InetAddress.getByName("93.184.216.34"));
        });

        Target target = guard.read("https://Public.example/");
        assertThat(asked).isEmpty();
        guard.resolve(target);

        assertThat(asked).containsExactly("public.example");
    }

    @Test
    void privateNetworkIsReachedWhereItIsAllowed() {
        Guard guard = Rules.allowing("10.1.0.0/16", "fd12::/64", "127.0.0.1:9093", "[::1]:9093", "alerts.internal:8443")
                .guard(TO_THE_MACHINE_ITSELF);

        for (String allowed : List.of(
                "http://10.1.255.1/",
                "https://[fd12::7]/",
                "https://127.0.0.1:9093/",
                "https://[::1]:9093/",
                "https://alerts.internal:8443/")) {
            assertThatCode(() -> guard.resolve(guard.read(allowed))).as(allowed).doesNotThrowAnyException();
        }
        for (String other : List.of(
                "https://10.2.0.1/",
                "https://[fd12:0:0:1::7]/",
                "https://127.0.0.1:9094/",
                "https://alerts.internal/")) {
            assertThat(refused(guard, other)).as(other).isEqualTo("address-not-allowed");
        }
    }

    @Test
    void portsMayBeFew() {
        Guard guard = Rules.allowing("127.0.0.1:9093").ports(443, 8443).guard(TO_THE_MACHINE_ITSELF);

        assertThat(refused(guard, "https://93.184.216.34:22/")).isEqualTo("port-not-allowed");
        assertThatCode(() -> guard.read("https://93.184.216.34:8443/")).doesNotThrowAnyException();
        assertThatCode(() -> guard.read("https://127.0.0.1:9093/")).doesNotThrowAnyException();
    }

    @Test
    void entryThatIsNeitherNetworkNorNameStopsTheService() {
        for (String entry : List.of("10.0.0.0/33", "example.com", "10.0.0/8", "*")) {
            assertThatThrownBy(() -> Rules.allowing(entry).guard(TO_THE_MACHINE_ITSELF))
                    .as(entry)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("outgoing.allowed");
        }
    }

    @Test
    void targetsTellTheirHostAlone() {
        assertThat(Stream.of(Target.of("https://public.example/token?key=1")).map(Object::toString))
                .containsExactly("public.example");
    }

    private static String refused(Guard guard, String url) {
        try {
            guard.resolve(guard.read(url));
        } catch (Blocked blocked) {
            return blocked.reason();
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("not refused");
    }
}
