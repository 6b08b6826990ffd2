package io.rems.local.demo;

import io.rems.local.api.Answer;
import io.rems.local.api.ApiProblem;
import io.rems.local.api.Session;
import java.util.Map;

/**
 * Somebody in the story.
 *
 * @param told what he does is told
 * @param aside what is only looked up is not
 */
record Actor(String name, Session told, Session aside) {

    Answer approve(String expense, String comment) {
        return told.post(expense + "/approval", Map.of("comment", comment));
    }

    /** For what must not go through. */
    ApiProblem mayNot(String attempt, Runnable step) {
        try {
            step.run();
        } catch (ApiProblem problem) {
            return problem;
        }
        throw new StoryBroken(name + " could " + attempt);
    }
}
