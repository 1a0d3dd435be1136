package io.deskpulse.deploy.settings;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import io.deskpulse.deploy.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The settings of all {@code @ConfigMapping}s under a folder of sources, read without compiling them. */
final class Mappings {
    /**
     * One mapping.
     *
     * @param prefix what the names of its settings begin with
     * @param about what they have in common, in Markdown
     */
    record Mapping(String prefix, String about, List<Setting> settings) {}

    private final List<Mapping> found = new ArrayList<>();
    private List<Setting> settings;
    private CompilationUnitTree unit;
    private DocTrees docs;

    private Mappings() {}

    /** Sorted by name; throws an IllegalStateException that names a mapping or method without Javadoc. */
    static List<Mapping> in(Path sources) {
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        var mappings = new Mappings();
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> Repository.read(file).contains("@ConfigMapping"))
                    .forEach(mappings::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mappings.found.sort(Comparator.comparing(Mapping::prefix));
        return mappings.found;
    }

    private void read(Path file) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjects(file.toFile()));
            unit = task.parse().iterator().next();
            docs = DocTrees.instance(task);
            for (Tree type : unit.getTypeDecls()) {
                var mapping = (ClassTree) type;
                argument(mapping.getModifiers(), "ConfigMapping").ifPresent(prefix -> mapping(mapping, prefix));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mapping(ClassTree mapping, String prefix) {
        settings = new ArrayList<>();
        methods(mapping, prefix);
        settings.sort(Comparator.comparing(Setting::name));
        found.add(new Mapping(prefix, javadoc(mapping, mapping.getSimpleName().toString()), settings));
    }

    private void methods(ClassTree mapping, String prefix) {
        for (Tree member : mapping.getMembers()) {
            if (member instanceof MethodTree method && method.getBody() == null) {
                setting(mapping, method, prefix);
            }
        }
    }

    private void setting(ClassTree mapping, MethodTree method, String prefix) {
        String declared = method.getReturnType().toString();
        String name = prefix + "."
                + argument(method.getModifiers(), "WithName")
                        .orElseGet(() -> Words.kebab(method.getName().toString()));
        Optional<String> values = SettingType.valuesOfMap(declared);
        if (values.isPresent()) {
            name += ".<" + name.substring(name.lastIndexOf('.') + 1).replaceFirst("s$", "") + ">";
        }
        String type = values.orElse(declared);
        Optional<ClassTree> nested = nested(mapping, type);
        if (nested.isPresent() && nested.get().getKind() == Tree.Kind.INTERFACE) {
            methods(nested.get(), name);
        } else {
            settings.add(new Setting(
                    name,
                    nested.map(SettingType::choice).orElseGet(() -> SettingType.words(type)),
                    argument(method.getModifiers(), "WithDefault"),
                    javadoc(method, mapping.getSimpleName() + "." + method.getName() + "()")));
        }
    }

    private String javadoc(Tree tree, String called) {
        var comment = docs.getDocCommentTree(TreePath.getPath(unit, tree));
        if (comment == null || Words.markdown(comment).isEmpty()) {
            throw new IllegalStateException(called + " has no Javadoc; write what it sets");
        }
        return Words.markdown(comment);
    }

    private static Optional<ClassTree> nested(ClassTree mapping, String type) {
        return mapping.getMembers().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(each -> each.getSimpleName().contentEquals(type))
                .findFirst();
    }

    private static Optional<String> argument(ModifiersTree modifiers, String annotation) {
        return modifiers.getAnnotations().stream()
                .filter(each -> each.getAnnotationType().toString().equals(annotation))
                .map(AnnotationTree::getArguments)
                .map(arguments -> arguments.get(0))
                .map(value -> value instanceof AssignmentTree named ? named.getExpression() : value)
                .map(value -> (String) ((LiteralTree) value).getValue())
                .findFirst();
    }
}
