package io.deskpulse.endtoend.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The instructions of a container file in their order, for no engine is needed to read them.
 *
 * @param instructions what comes after the comments, with lines that go on put together
 */
record ContainerFile(List<Instruction> instructions) {
    private static final Set<String> KNOWN =
            Set.of("ARG", "FROM", "USER", "WORKDIR", "COPY", "RUN", "LABEL", "ENV", "EXPOSE", "ENTRYPOINT");

    /** One of them: {@code COPY} and {@code app/ app/}. */
    record Instruction(String word, String rest) {}

    /** @throws IllegalStateException where an instruction is unknown or unusual */
    static ContainerFile read(Path file) {
        try {
            List<Instruction> all = new ArrayList<>();
            String text =
                    Files.readString(file).replaceAll("(?m)^\\s*#.*\\n", "").replaceAll("\\\\\\n\\s*", "");
            for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
                String[] parts = line.split(" ", 2);
                if (!KNOWN.contains(parts[0]) || parts.length < 2) {
                    throw new IllegalStateException(file + " holds: " + line);
                }
                all.add(new Instruction(parts[0], parts[1].strip()));
            }
            return new ContainerFile(List.copyOf(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes after each instruction of that name. */
    List<String> all(String word) {
        return instructions.stream()
                .filter(instruction -> instruction.word().equals(word))
                .map(Instruction::rest)
                .toList();
    }

    /** What comes after the last instruction of that name. */
    String last(String word) {
        List<String> all = all(word);
        return all.get(all.size() - 1);
    }

    /** Where an instruction stands; -1 for nowhere. */
    int position(String word, String rest) {
        return instructions.indexOf(new Instruction(word, rest));
    }
}
