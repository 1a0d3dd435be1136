package io.deskpulse.kit.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * A folder as kubelet keeps a mounted Secret: each file is a link through {@code ..data} into a folder with the time in its name, and a change
 * replaces that one link. Neither the file's own link nor the time of its content need change.
 */
public final class MountedSecret {
    private static final FileTime SAME = FileTime.from(Instant.parse("2026-11-22T10:00:00Z"));
    private final Path mount;
    private int version;

    public MountedSecret(Path mount) {
        this.mount = mount;
    }

    public Path file(String name) {
        return mount.resolve(name);
    }

    /** Puts this into the file, and takes what was there before away. */
    public void update(String name, String content) throws IOException {
        Path data = mount.resolve("..data");
        Path before = Files.exists(data) ? data.toRealPath() : null;
        Path folder = Files.createDirectory(mount.resolve("..2026_11_22_10_00_00." + ++version));
        Files.setLastModifiedTime(Files.writeString(folder.resolve(name), content), SAME);
        Path next = Files.createSymbolicLink(mount.resolve("..data_tmp"), folder.getFileName());
        Files.move(next, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (before == null) {
            Files.createSymbolicLink(file(name), Path.of("..data", name));
        } else {
            Files.delete(before.resolve(name));
            Files.delete(before);
        }
    }
}
