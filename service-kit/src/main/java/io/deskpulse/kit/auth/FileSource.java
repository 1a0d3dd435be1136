package io.deskpulse.kit.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

/** A file. Kubernetes swaps mounted secrets by a symbolic link: another file key, which counts as a change too. */
final class FileSource implements Source {
    private final Path path;
    private Version read;

    FileSource(Path path) {
        this.path = path;
    }

    @Override
    public Optional<String> changed() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        Version found = new Version(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        if (found.equals(read)) {
            return Optional.empty();
        }
        String text = Files.readString(path);
        read = found;
        return Optional.of(text);
    }

    private record Version(FileTime modified, long size, Object key) {}
}
