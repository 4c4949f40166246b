package dev.writ.core.reference;

import dev.writ.core.authority.GrantRecord;
import dev.writ.core.decision.Remedy;
import dev.writ.core.decision.Remedy.Kind;
import dev.writ.core.ir.Approval;
import dev.writ.core.ir.GrantTemplate;
import dev.writ.core.reference.Suppositions.Step;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What would get a denied request permitted, all else equal: approvals completed, confirmations
 * given, grants active with their needs fulfilled, of which each could be started by some member of
 * the request.
 */
final class Remedies {
  private final Judge judge;
  private final Asked asked;
  private final Approvals approvals;
  private final Mentions mentions;

  private Remedies(World world, Asked asked) {
    this.judge = new Judge(world, Trace.NONE);
    this.asked = asked;
    this.approvals = new Approvals(judge);
    this.mentions = Mentions.on(world.policies(), asked);
  }

  /**
   * The remedies, smallest first.
   *
   * @param permits whether the request is permitted in another state of authority
   */
  static List<Remedy> of(World world, Asked asked, Predicate<Suppositions> permits) {
    return RemedySearch.remedies(steps(world, asked), permits);
  }

  /** The steps that some member may start and that some rule on the request asks for. */
  static SortedSet<Step> steps(World world, Asked asked) {
    Remedies remedies = new Remedies(world, asked);
    SortedSet<Step> steps = new TreeSet<>();
    world.policies().approvals().stream()
        .filter(remedies::mayBeOpened)
        .forEach(declared -> steps.add(new Step(kind(declared), declared.id(), 0)));
    for (GrantTemplate template : world.policies().grants()) {
      for (int holder = 0; holder < asked.members().size(); holder++) {
        if (remedies.mayBeAsked(template, holder)) {
          steps.add(new Step(Kind.GRANT, template.id(), holder));
        }
      }
    }
    return steps;
  }

  private static Kind kind(Approval declared) {
    return declared.kind() == Approval.Kind.APPROVAL ? Kind.APPROVAL : Kind.CONFIRMATION;
  }

  private boolean mayBeOpened(Approval declared) {
    Openings openings = new Openings(judge);
    return mentions.of(kind(declared), declared.id())
        && asked.members().stream()
            .anyMatch(member -> openings.ofRequest(declared, asked, member).allowed());
  }

  private boolean mayBeAsked(GrantTemplate template, int holder) {
    boolean reads = !template.cases().isEmpty() || mentions.of(Kind.GRANT, template.id());
    Requesting requesting = new Requesting(judge, template, asked, holder);
    return reads
        && asked.members().stream().anyMatch(member -> requesting.refusal(member) == null)
        && new Grants(judge)
            .supposed(template.id(), asked, holder)
            .filter(held -> needsCanBeFulfilled(held))
            .isPresent();
  }

  private boolean needsCanBeFulfilled(HeldGrant held) {
    GrantRecord grant = held.grant();
    return held.template().needs().stream()
        .map(id -> approvals.declared(id, Approval.Kind.APPROVAL))
        .allMatch(declared -> declared != null && approvals.inHead(declared, grant));
  }
}
