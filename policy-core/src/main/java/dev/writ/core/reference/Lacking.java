package dev.writ.core.reference;

import dev.writ.core.ir.Approval;
import dev.writ.core.ir.IrText;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an approval or confirmation still misses, clause by clause.
 *
 * @param standing how it stands
 */
record Lacking(Judge judge, Standing standing) {

  ApprovalProgress progress() {
    Hearing hearing = standing.hearings().get(0);
    List<ClauseNeed> needs = hearing.electorate(judge, standing.record().requester()).needs();
    List<Filling.VoteFit> fits = hearing.tally(judge, standing.record()).fits();
    return new ApprovalProgress(
        standing.record().id(),
        standing.declared().id(),
        standing.completedAt().isPresent(),
        standing.vetoedAt().isPresent(),
        hearing.declared().kind() == Approval.Kind.CONFIRMATION || hearing.text().quorum().all(),
        IntStream.range(0, needs.size())
            .mapToObj(clause -> clause(hearing, clause, needs.get(clause), fits))
            .toList());
  }

  private static ApprovalProgress.ClauseProgress clause(
      Hearing hearing, int position, ClauseNeed need, List<Filling.VoteFit> fits) {
    String text =
        hearing.declared().kind() == Approval.Kind.CONFIRMATION
            ? "the origin's own yes"
            : IrText.of(hearing.text().quorum().clauses().get(position));
    int fitting =
        IntStream.range(0, need.elements())
            .map(e -> (int) fits.stream().filter(fit -> fit.fits(position, e)).count())
            .min()
            .orElse(0);
    return new ApprovalProgress.ClauseProgress(text, need.count(), fitting);
  }
}
