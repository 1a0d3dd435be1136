package io.deskpulse.alerting.receiver.text;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Expression;
import io.quarkus.qute.IfSectionHelper;
import io.quarkus.qute.LoopSectionHelper;
import io.quarkus.qute.ResultMapper;
import io.quarkus.qute.ValueResolvers;
import io.quarkus.qute.WhenSectionHelper;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Engines that render templates of tenants: they know maps, lists, conditions and loops. No beans, no classes, no other templates, no
 * arithmetic: there is nothing that a template could do but say what it was given. One for each medium, which escapes whatever is put into
 * the text. Thread-safe.
 */
final class Engines {
    private static final Map<Medium, Engine> ALL = Stream.of(Medium.values())
            .collect(Collectors.toMap(
                    medium -> medium, Engines::engine, (one, other) -> one, () -> new EnumMap<>(Medium.class)));

    private Engines() {}

    static Engine of(Medium medium) {
        return ALL.get(medium);
    }

    private static Engine engine(Medium medium) {
        return Engine.builder()
                .addSectionHelpers(
                        new IfSectionHelper.Factory(), new LoopSectionHelper.Factory(), new WhenSectionHelper.Factory())
                .addValueResolvers(
                        ValueResolvers.mapResolver(),
                        ValueResolvers.mapperResolver(),
                        ValueResolvers.collectionResolver(),
                        ValueResolvers.thisResolver(),
                        ValueResolvers.orResolver(),
                        ValueResolvers.trueResolver(),
                        ValueResolvers.logicalAndResolver(),
                        ValueResolvers.logicalOrResolver())
                .addResultMapper(new Escaping(medium))
                .strictRendering(true)
                .build();
    }

    private record Escaping(Medium medium) implements ResultMapper {
        @Override
        public String map(Object result, Expression expression) {
            return result instanceof Address address
                    ? medium.address(address.url())
                    : medium.value(String.valueOf(result));
        }
    }
}
