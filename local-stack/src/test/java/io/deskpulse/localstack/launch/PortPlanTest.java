package io.deskpulse.localstack.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.localstack.process.Ports;
import io.deskpulse.localstack.service.ServiceKind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortPlanTest {

    @Test
    void aTakenPortIsNamedWithWhoNeedsIt() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName(Ports.HOST))) {
            var service = new ServiceKind("some-service", taken.getLocalPort(), "none");

            assertThat(new PortPlan(0).taken(List.of(service))).anySatisfy(line -> assertThat(line)
                    .contains("Port " + taken.getLocalPort())
                    .contains("some-service"));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theProcessThatListensIsFound() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName(Ports.HOST))) {
            assertThat(PortOwner.of(taken.getLocalPort()).orElseThrow())
                    .startsWith("pid " + ProcessHandle.current().pid());
        }
    }

    @Test
    void nobodyIsBlamedForAFreePort() {
        assertThat(PortOwner.of(Ports.free())).isEmpty();
    }
}
