package io.deskpulse.survey.definition.document;

import io.deskpulse.kit.json.InvalidMember;
import io.deskpulse.kit.json.Members;
import io.deskpulse.survey.definition.Definition;
import io.deskpulse.survey.definition.InvalidSurvey;
import io.deskpulse.survey.definition.Invitation;
import io.deskpulse.survey.definition.Look;
import io.deskpulse.survey.definition.Policy;
import io.deskpulse.survey.definition.Question;
import io.deskpulse.survey.definition.Terms;
import io.deskpulse.survey.definition.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A definition from its JSON: what clients send, what is exported, and what the database keeps. Whatever is wrong is an
 * {@link InvalidMember} that points to it. Stateless.
 */
public final class DefinitionReader {
    private static final Set<String> MEMBERS = Set.of(
            "name",
            "defaultLanguage",
            "title",
            "questions",
            "thanks",
            "incentive",
            "invitation",
            "look",
            "trigger",
            "quota",
            "validFor",
            "endsAt",
            "policy");
    private static final Set<String> LOOK = Set.of("accent", "background", "text", "position");
    private static final Map<String, Look.Position> POSITIONS =
            Arrays.stream(Look.Position.values()).collect(Collectors.toMap(Look.Position::wire, position -> position));

    private DefinitionReader() {}

    public static Definition read(byte[] json) {
        return read(Members.of(json));
    }

    public static Definition read(Members survey) {
        survey.only(MEMBERS);
        String name = survey.requiredText("name");
        String language = survey.requiredText("defaultLanguage");
        Wording title = wording(survey, "title");
        Wording thanks = wording(survey, "thanks");
        Wording incentive =
                survey.object("incentive").map(DefinitionReader::incentive).orElse(null);
        Invitation invitation =
                survey.object("invitation").map(DefinitionReader::invitation).orElse(Invitation.STANDARD);
        List<Question> questions = survey.objects("questions", QuestionReader::read);
        Look look = survey.object("look").map(DefinitionReader::look).orElse(Look.STANDARD);
        Terms terms = terms(survey);
        return located(
                survey.pointer(),
                () -> new Definition(name, language, title, questions, thanks, incentive, invitation, look, terms));
    }

    /** A text in several languages, or null. */
    static Wording wording(Members of, String name) {
        return of.object(name)
                .map(texts -> located(texts.pointer(), () -> new Wording(texts.allTexts())))
                .orElse(null);
    }

    /** What is constructed; a fault points into the whole body. */
    static <T> T located(String pointer, Supplier<T> construct) {
        try {
            return construct.get();
        } catch (InvalidSurvey fault) {
            throw new InvalidMember(pointer + fault.pointer(), fault.getMessage());
        }
    }

    private static Wording incentive(Members incentive) {
        incentive.only(Set.of("text"));
        return incentive.required("text", Optional.ofNullable(wording(incentive, "text")));
    }

    private static Invitation invitation(Members invitation) {
        invitation.only(Set.of("subject", "intro"));
        return located(
                invitation.pointer(),
                () -> new Invitation(wording(invitation, "subject"), wording(invitation, "intro")));
    }

    private static Look look(Members look) {
        look.only(LOOK);
        return located(
                look.pointer(),
                () -> new Look(
                        look.text("accent").orElse(Look.STANDARD.accent()),
                        look.text("background").orElse(Look.STANDARD.background()),
                        look.text("text").orElse(Look.STANDARD.text()),
                        look.oneOf("position", POSITIONS).orElse(Look.STANDARD.position())));
    }

    private static Terms terms(Members survey) {
        Duration validFor = survey.parsed("validFor", Duration::parse, "Send an ISO 8601 duration from PT1M to P366D.")
                .orElse(Terms.STANDARD.validFor());
        var endsAt = survey.parsed("endsAt", Instant::parse, "Send an RFC 3339 time in UTC, ending in Z.");
        Policy policy = survey.object("policy").map(PolicyReader::read).orElse(Policy.STANDARD);
        return located(
                survey.pointer(),
                () -> new Terms(survey.text("trigger"), survey.integer("quota"), validFor, endsAt, policy));
    }
}
