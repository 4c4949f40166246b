package dev.writ.core.reference;

import dev.writ.core.authority.GrantRecord;
import dev.writ.core.ir.Approval;
import java.util.ArrayList;
import java.util.List;

/** What was opened in the matter of a request and waits for votes, for an explanation. */
final class Pending {
  private final Judge judge;
  private final Asked asked;
  private final Approvals approvals;

  private Pending(World world, Asked asked) {
    this.judge = new Judge(world, Trace.NONE);
    this.asked = asked;
    this.approvals = new Approvals(judge);
  }

  /** One line for each, with what it still misses. */
  static List<ExplainNode> lines(World world, Asked asked) {
    Pending pending = new Pending(world, asked);
    List<ExplainNode> lines = new ArrayList<>();
    world.policies().approvals().forEach(declared -> lines.addAll(pending.lines(declared)));
    return lines;
  }

  private List<ExplainNode> lines(Approval declared) {
    List<Standing> opened = new ArrayList<>(approvals.ofRequest(declared, asked));
    asked.members().stream()
        .flatMap(member -> judge.world().authority().grantsOf(member).stream())
        .filter(grant -> grant.status() == GrantRecord.Status.PENDING)
        .forEach(grant -> opened.addAll(approvals.ofGrant(declared, grant)));
    return opened.stream()
        .filter(standing -> standing.open(judge.world().nowMillis()))
        .map(this::line)
        .toList();
  }

  private ExplainNode line(Standing standing) {
    String grant = standing.record().grant();
    String matter = grant == null ? "" : " for grant " + grant;
    return ExplainNode.leaf(
        standing.declared().id() + matter + ", open as " + standing.record().id(),
        new Lacking(judge, standing).progress().missing());
  }
}
