package dev.writ.core.reference;

import dev.writ.core.authority.ApprovalRecord;
import dev.writ.core.authority.GrantRecord;
import dev.writ.core.authority.Vote;
import dev.writ.core.ir.Approval;
import dev.writ.core.model.EntityId;
import dev.writ.core.model.Request;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Votes as words: {@code bo@10} a yes of bo ten minutes after opening, {@code -bo@10} a refusal,
 * {@code bo@10~15} one withdrawn five minutes later, {@code bo@10#0} one at whose cast the {@code
 * when} of clause 0 held, {@code bo@10!} one that was shown another subject.
 */
final class Votes {

  private static final Pattern VOTE =
      Pattern.compile("(-?)(\\w+)@(\\d+)(?:~(\\d+))?(?:#(\\d))?(!?)");

  private Votes() {}

  static List<Vote> of(String text, String digest, long opened) {
    return Arrays.stream(text.trim().split(" +", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> vote(word, digest, opened))
        .toList();
  }

  private static Vote vote(String word, String digest, long opened) {
    Matcher m = VOTE.matcher(word);
    if (!m.matches()) {
      throw new IllegalArgumentException("no vote: " + word);
    }
    TreeSet<Integer> held = new TreeSet<>();
    if (m.group(5) != null) {
      held.add(Integer.parseInt(m.group(5)));
    }
    return new Vote(
        Scene.user(m.group(2)),
        m.group(1).isEmpty(),
        opened + Long.parseLong(m.group(3)) * Scene.MINUTE,
        m.group(4) == null ? null : opened + Long.parseLong(m.group(4)) * Scene.MINUTE,
        m.group(6).isEmpty() ? digest : "sha256:other",
        held,
        null);
  }

  /** An approval of the request, opened at noon by the requester, with these votes. */
  static ApprovalRecord on(
      Scene scene, Approval declared, Request request, EntityId requester, String votes) {
    Asked asked = scene.asked(request);
    String digest =
        Objects.requireNonNull(Subjects.ofRequest(Scene.schema(), declared, asked), "digest");
    return new ApprovalRecord(
        "a-" + declared.id(),
        declared.id(),
        digest,
        requester,
        Matter.claim(asked),
        null,
        Scene.NOON,
        of(votes, digest, Scene.NOON),
        null,
        0);
  }

  /** An approval of the grant, opened at noon, with these votes. */
  static ApprovalRecord on(Approval declared, GrantRecord grant, String votes) {
    String digest = Subjects.ofGrant(declared, grant);
    return new ApprovalRecord(
        "a-" + declared.id(),
        declared.id(),
        digest,
        grant.requester(),
        null,
        grant.id(),
        Scene.NOON,
        of(votes, digest, Scene.NOON),
        null,
        1);
  }

  static void put(Scene scene, ApprovalRecord record) {
    scene.state = scene.state.toBuilder().put(record).build();
  }

  static void put(Scene scene, GrantRecord record) {
    scene.state = scene.state.toBuilder().put(record).build();
  }
}
