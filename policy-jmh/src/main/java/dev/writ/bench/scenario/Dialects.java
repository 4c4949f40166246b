package dev.writ.bench.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Policies in the languages of other systems; null where nobody has written them. An enumerator of
 * an ordered enum is its number, from 0, one of any other enum its spelling.
 *
 * @param cedar policies in Cedar; arguments and facts are the fields of its {@code context}
 * @param cel conditions in CEL
 * @param casbin model and policy of Casbin
 */
public record Dialects(@Nullable String cedar, @Nullable Cel cel, @Nullable Casbin casbin) {

  /** In no other language. */
  static final Dialects NONE = new Dialects(null, null, null);

  /**
   * Conditions over {@code action}, a string, and {@code principal}, {@code resource}, {@code args}
   * and {@code facts}, maps. An entity is the string {@code Type::id}; principal and resource have
   * their own as {@code id}, and all that they are in as {@code ancestors}, themselves among them.
   *
   * @param forbids permitted only where all are false
   * @param permits permitted only where one is true
   */
  public record Cel(List<String> forbids, List<String> permits) {
    public Cel {
      forbids = List.copyOf(forbids);
      permits = List.copyOf(permits);
    }
  }

  /**
   * A model with its policy.
   *
   * @param model the text of the model
   * @param policy the lines of the policy
   * @param groupings the lines that say who is in what: member and group
   * @param request what is handed over
   */
  public record Casbin(String model, List<String> policy, List<String> groupings, Request request) {

    /** What is handed over for a request. */
    public enum Request {
      /** Principal, resource and action, as {@code Type::id}. */
      NAMES,
      /** Principal, resource, arguments and facts, as maps. */
      MAPS
    }

    public Casbin {
      policy = List.copyOf(policy);
      groupings = List.copyOf(groupings);
    }
  }
}
