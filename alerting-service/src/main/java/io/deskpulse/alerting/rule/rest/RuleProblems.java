package io.deskpulse.alerting.rule.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskpulse.alerting.rule.RuleChange;
import io.deskpulse.alerting.rule.RuleFault;
import io.deskpulse.kit.problem.Problem;
import io.deskpulse.kit.problem.ProblemException;
import io.deskpulse.kit.problem.RevisionProblems;
import java.util.List;

/** What is wrong with requests about rules. */
public final class RuleProblems {
    private RuleProblems() {}

    /** All that is wrong with what was written. */
    public static ProblemException invalid(List<RuleFault> faults) {
        RuleFault first = faults.get(0);
        return Problem.of(
                        "invalid-rule",
                        400,
                        "Invalid rule",
                        faults.size() == 1
                                ? first.detail()
                                : "There are " + faults.size() + " faults; errors lists them all.")
                .with("pointer", first.pointer())
                .with("errors", json(faults))
                .toException();
    }

    static ArrayNode json(List<RuleFault> faults) {
        ArrayNode errors = JsonNodeFactory.instance.arrayNode();
        faults.forEach(
                fault -> errors.addObject().put("pointer", fault.pointer()).put("detail", fault.detail()));
        return errors;
    }

    static ProblemException unknown() {
        return Problem.notFound("This tenant has no such rule; GET /v1/rules lists those it has.")
                .toException();
    }

    static ProblemException unknownStarter() {
        return Problem.notFound("There is no such starter; GET /v1/rules/starters lists them.")
                .toException();
    }

    static ProblemException of(RuleChange change) {
        return problem(change, null);
    }

    /** Why an import was refused; the pointer leads to the rule. */
    static ProblemException of(RuleChange change, int index) {
        return problem(change, "/rules/" + index);
    }

    private static ProblemException problem(RuleChange change, String pointer) {
        if (change instanceof RuleChange.Stale stale) {
            return RevisionProblems.changed(stale.version());
        }
        if (change instanceof RuleChange.Taken taken) {
            return conflict(
                    "rule-exists",
                    "Rule exists",
                    "There is a rule " + taken.id() + " already; change that one, or choose another id.",
                    pointer);
        }
        if (change instanceof RuleChange.Mounted mounted) {
            return conflict(
                    "rule-in-file",
                    "Rule in a file",
                    "Rule " + mounted.id() + " comes from the file " + mounted.file()
                            + " of the deployment; change it there.",
                    pointer);
        }
        if (change instanceof RuleChange.TooMany many) {
            return conflict(
                    "too-many-rules",
                    "Too many rules",
                    "A tenant may have " + many.most() + " rules; delete one.",
                    pointer);
        }
        return unknown();
    }

    private static ProblemException conflict(String type, String title, String detail, String pointer) {
        Problem problem = Problem.of(type, 409, title, detail);
        return (pointer == null ? problem : problem.with("pointer", pointer)).toException();
    }
}
