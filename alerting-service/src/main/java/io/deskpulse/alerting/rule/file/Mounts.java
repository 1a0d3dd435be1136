package io.deskpulse.alerting.rule.file;

import io.deskpulse.alerting.rule.RuleFault;
import io.deskpulse.alerting.rule.RuleVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Files and folders of rules. A file that cannot be used leaves what was read of it before in force; so does a folder that cannot be listed. One that was
 * taken away takes its rules with it. Used by one thread.
 */
final class Mounts {
    private final List<Path> paths;
    private final RuleFile reader;
    private final Map<Path, Read> known = new LinkedHashMap<>();

    Mounts(List<Path> paths, RuleFile reader) {
        this.paths = List.copyOf(paths);
        this.reader = reader;
    }

    /**
     * What there is. Immutable.
     *
     * @param broken what is wrong, by file
     */
    record Stand(List<RuleVersion> rules, Map<Path, List<RuleFault>> broken) {
        static final Stand EMPTY = new Stand(List.of(), Map.of());

        Stand {
            rules = List.copyOf(rules);
            broken = Map.copyOf(broken);
        }
    }

    /** Kubernetes swaps what is mounted by a symbolic link: another file key. */
    private record Look(FileTime modified, long size, Object key) {
        static Look at(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Look(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        }
    }

    private record Read(Look look, List<RuleVersion> rules, List<RuleFault> faults) {}

    /** Looks at all of them, and reads what has changed. */
    Stand look() {
        Map<Path, List<RuleFault>> broken = new LinkedHashMap<>();
        Set<Path> there = new HashSet<>();
        for (Path path : paths) {
            try {
                List<Path> files = RuleFiles.in(path);
                there.addAll(files);
                files.forEach(this::readIfChanged);
            } catch (IOException e) {
                broken.put(path, List.of(new RuleFault("", "The folder cannot be listed.")));
                known.keySet().stream().filter(file -> file.startsWith(path)).forEach(there::add);
            }
        }
        known.keySet().retainAll(there);
        known.forEach((file, read) -> {
            if (!read.faults().isEmpty()) {
                broken.put(file, read.faults());
            }
        });
        return new Stand(distinct(broken), broken);
    }

    private void readIfChanged(Path file) {
        Read before = known.getOrDefault(file, new Read(null, List.of(), List.of()));
        try {
            Look look = Look.at(file);
            if (look.equals(before.look())) {
                return;
            }
            RuleFile.Content content = reader.read(
                    file.toString(), Files.readAllBytes(file), look.modified().toInstant());
            known.put(
                    file,
                    content instanceof RuleFile.Content.Sound sound
                            ? new Read(look, sound.rules(), List.of())
                            : new Read(look, before.rules(), ((RuleFile.Content.Faulty) content).faults()));
        } catch (IOException e) {
            // Not remembered as looked at: it may be there again with the same look.
            known.put(file, new Read(null, before.rules(), List.of(new RuleFault("", "The file cannot be read."))));
        }
    }

    /** Of two files with a rule of the same tenant and id the first by name counts, and the second is told to be broken. */
    private List<RuleVersion> distinct(Map<Path, List<RuleFault>> broken) {
        Map<String, RuleVersion> rules = new LinkedHashMap<>();
        known.forEach((file, read) -> read.rules().forEach(version -> {
            String key = version.rule().tenant() + "/" + version.rule().id();
            RuleVersion first = rules.putIfAbsent(key, version);
            if (first != null) {
                broken.computeIfAbsent(file, any -> new ArrayList<>())
                        .add(new RuleFault("", "Rule " + key + " stands in " + first.file() + " as well."));
            }
        }));
        return List.copyOf(rules.values());
    }
}
