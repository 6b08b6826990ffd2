package io.rems.ownership.ownership;

import io.rems.ownership.ownership.domain.Remainder;
import io.rems.platform.Refusal;
import io.rems.platform.problem.FieldProblem;
import java.util.List;

/**
 * What would come of a change of ownership.
 *
 * @param unknown lines that name somebody whom the firm does not have; the rest is judged without them
 * @param refusals as the change would get them
 * @param remainders what would be left to assign on the days it is about
 * @param version of the ownership that it was judged against
 */
public record Proposal(List<FieldProblem> unknown, List<Refusal> refusals, List<Remainder> remainders, long version) {}
