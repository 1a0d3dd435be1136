package io.deskpulse.alerting.rule.file;

import static io.deskpulse.alerting.rule.RuleDocuments.CATALOGUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.deskpulse.alerting.rule.RuleVersion;
import io.deskpulse.alerting.rule.document.RuleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountsTest {
    private static final String ONE = "tenants: [shop]\nrules: [{id: %s, metric: nps, condition: {type: noData}}]\n";

    @TempDir
    Path folder;

    private int writes;

    @Test
    void rulesOfAFolderAreThoseOfEachTenantItNames() throws IOException {
        write("a.yaml", ONE.formatted("one").replace("[shop]", "[shop, bank]"));
        write(
                "b.json",
                "{\"tenants\": [\"shop\"], \"rules\": [{\"id\": \"dead\", \"condition\": {\"type\": \"always\"}}]}");
        write("notes.txt", "nothing");

        Mounts.Stand stand = mounts().look();

        assertThat(ids(stand)).containsExactlyInAnyOrder("shop/one", "bank/one", "shop/dead");
        assertThat(stand.broken()).isEmpty();
        assertThat(stand.rules().get(0).inFile())
                .hasValueSatisfying(file -> assertThat(file).endsWith("a.yaml"));
    }

    @Test
    void brokenFileLeavesTheLastGoodRulesInForceUntilItIsMended() throws IOException {
        write("a.yaml", ONE.formatted("one"));
        Mounts mounts = mounts();
        mounts.look();

        write("a.yaml", "tenants: [shop]\nrules: [{id: two, metric: npx, condition: {type: noData}}]\n");
        Mounts.Stand broken = mounts.look();
        assertThat(ids(broken)).containsExactly("shop/one");
        assertThat(broken.broken().get(folder.resolve("a.yaml")).get(0).pointer())
                .isEqualTo("/rules/0/metric");
        assertThat(mounts.look()).isEqualTo(broken);

        write("a.yaml", ONE.formatted("two"));
        assertThat(ids(mounts.look())).containsExactly("shop/two");
        assertThat(mounts.look().broken()).isEmpty();
    }

    @Test
    void fileThatIsTakenAwayTakesItsRulesWithIt() throws IOException {
        write("a.yaml", ONE.formatted("one"));
        Mounts mounts = mounts();
        mounts.look();

        Files.delete(folder.resolve("a.yaml"));

        assertThat(mounts.look().rules()).isEmpty();
    }

    @Test
    void folderThatIsGoneForAMomentLosesNothing() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("mounted"));
        Files.writeString(inner.resolve("a.yaml"), ONE.formatted("one"));
        Mounts mounts = new Mounts(List.of(inner), new RuleFile(new RuleReader(CATALOGUE)));
        mounts.look();

        Files.move(inner, folder.resolve("away"));

        assertThat(ids(mounts.look())).containsExactly("shop/one");
        assertThat(mounts.look().broken()).isNotEmpty();
    }

    @Test
    void swappedLinkOfAConfigMapIsSeen() throws IOException {
        Path first = Files.createDirectory(folder.resolve("..1"));
        Path second = Files.createDirectory(folder.resolve("..2"));
        FileTime sameTime = FileTime.from(Instant.parse("2026-11-22T12:00:00Z"));
        Files.setLastModifiedTime(Files.writeString(first.resolve("a.yaml"), ONE.formatted("one")), sameTime);
        Files.setLastModifiedTime(Files.writeString(second.resolve("a.yaml"), ONE.formatted("two")), sameTime);
        Path data = Files.createSymbolicLink(folder.resolve("..data"), Path.of("..1"));
        Files.createSymbolicLink(folder.resolve("a.yaml"), Path.of("..data", "a.yaml"));
        Mounts mounts = mounts();
        assertThat(ids(mounts.look())).containsExactly("shop/one");

        Path next = Files.createSymbolicLink(folder.resolve("..next"), Path.of("..2"));
        Files.move(next, data, StandardCopyOption.ATOMIC_MOVE);

        assertThat(ids(mounts.look())).containsExactly("shop/two");
    }

    @Test
    void ruleThatStandsInTwoFilesCountsOnceAndIsTold() throws IOException {
        write("a.yaml", ONE.formatted("one"));
        write("b.yaml", ONE.formatted("one").replace("nps", "csat_score"));

        Mounts.Stand stand = mounts().look();

        assertThat(stand.rules()).singleElement().satisfies(version -> assertThat(
                        version.rule().query().metric())
                .isEqualTo("nps"));
        assertThat(stand.broken()).containsOnlyKeys(folder.resolve("b.yaml"));
    }

    @Test
    void fileWithoutTenantsOrWithTwoOfAnIdIsBroken() throws IOException {
        write("a.yaml", "rules: [{id: dead, condition: {type: always}}, {id: dead, condition: {type: always}}]\n");

        assertThat(mounts().look().broken().get(folder.resolve("a.yaml")))
                .extracting(fault -> fault.pointer())
                .containsExactly("/tenants", "/rules/1/id");
    }

    @Test
    void versionStandsForWhatIsWritten() throws IOException {
        write("a.yaml", ONE.formatted("one"));
        Mounts mounts = mounts();
        int before = mounts.look().rules().get(0).rule().version();

        write("a.yaml", "# a comment changes nothing\n" + ONE.formatted("one"));
        assertThat(mounts.look().rules().get(0).rule().version())
                .isEqualTo(before)
                .isPositive();
        write("a.yaml", ONE.formatted("one").replace("nps", "csat_score"));
        assertThat(mounts.look().rules().get(0).rule().version()).isNotEqualTo(before);
    }

    private Mounts mounts() {
        return new Mounts(List.of(folder), new RuleFile(new RuleReader(CATALOGUE)));
    }

    /** Each write has a time of its own: those of a quick file system may be the same. */
    private void write(String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2026-11-22T12:00:00Z").plusSeconds(++writes)));
    }

    private static List<String> ids(Mounts.Stand stand) {
        return stand.rules().stream()
                .map(RuleVersion::rule)
                .map(rule -> rule.tenant() + "/" + rule.id())
                .toList();
    }
}
