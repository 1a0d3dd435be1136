package io.deskpulse.deploy.settings;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.TextTree;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the words of Java read on the page. */
final class Words {
    private Words() {}

    /** {@code maxInFlight} as {@code max-in-flight}, as SmallRye Config does it. */
    static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** A Javadoc as one line of Markdown, without its tags. */
    static String markdown(DocCommentTree comment) {
        return markdown(comment.getFullBody()).replaceAll("\\s+", " ").strip();
    }

    /** What stands in a cell of a table. */
    static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String markdown(List<? extends DocTree> parts) {
        return parts.stream().map(Words::markdown).collect(Collectors.joining());
    }

    private static String markdown(DocTree part) {
        if (part instanceof TextTree text) {
            return text.getBody();
        }
        if (part instanceof LiteralTree code) {
            return "`" + code.getBody().getBody() + "`";
        }
        if (part instanceof LinkTree link) {
            String named = link.getReference().getSignature().replaceFirst("^.*#", "");
            return link.getLabel().isEmpty()
                    ? "`" + kebab(named.replaceFirst("\\(.*", "")) + "`"
                    : markdown(link.getLabel());
        }
        return part instanceof EntityTree entity ? entity.toString() : "";
    }
}
