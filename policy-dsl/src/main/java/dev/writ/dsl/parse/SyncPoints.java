package dev.writ.dsl.parse;

import java.util.Arrays;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNConfig;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.PredictionContext;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the choices that the parser passed at the current token.
 *
 * <p>When a token fits nowhere, ANTLR tells only what the last choice would have taken; what the
 * loops and options left just before would have taken is as good an answer.
 */
final class SyncPoints {
  private final ATN atn;
  private int[] states = new int[32];
  private RuleContext[] contexts = new RuleContext[32];
  private int count;
  private int index = -1;

  SyncPoints(ATN atn) {
    this.atn = atn;
  }

  /** Notes a choice. */
  void pass(Parser parser) {
    int at = parser.getInputStream().index();
    if (at != index) {
      index = at;
      count = 0;
    }
    if (count == states.length) {
      states = Arrays.copyOf(states, count * 2);
      contexts = Arrays.copyOf(contexts, count * 2);
    }
    states[count] = parser.getState();
    contexts[count++] = parser.getContext();
  }

  /** Returns what could have stood instead of the next token. */
  Expected expected(Parser parser, @Nullable NoViableAltException failure) {
    IntervalSet found = new IntervalSet();
    if (failure != null && failure.getDeadEndConfigs() != null) {
      for (ATNConfig config : failure.getDeadEndConfigs()) {
        follow(config.state, config.context, parser.getContext(), found, 0);
      }
    } else {
      found.addAll(parser.getExpectedTokens());
    }
    if (parser.getInputStream().index() == index && failure == null) {
      for (int i = 0; i < count; i++) {
        found.addAll(atn.getExpectedTokens(states[i], contexts[i]));
      }
    }
    return new Expected(found);
  }

  /** Adds what may come after a state, and after the rules it ends. */
  private void follow(
      ATNState state,
      @Nullable PredictionContext stack,
      RuleContext outer,
      IntervalSet found,
      int depth) {
    IntervalSet next = atn.nextTokens(state);
    boolean ends = next.contains(Token.EPSILON);
    IntervalSet own = new IntervalSet(next);
    if (ends) {
      own.remove(Token.EPSILON);
    }
    found.addAll(own);
    if (ends && depth < 64) {
      if (stack == null || stack.isEmpty()) {
        leave(outer, found);
        return;
      }
      for (int i = 0; i < stack.size(); i++) {
        if (stack.getReturnState(i) == PredictionContext.EMPTY_RETURN_STATE) {
          leave(outer, found);
        } else {
          ATNState back = atn.states.get(stack.getReturnState(i));
          follow(back, stack.getParent(i), outer, found, depth + 1);
        }
      }
    }
  }

  private void leave(RuleContext outer, IntervalSet found) {
    if (outer.parent != null && outer.invokingState >= 0) {
      found.addAll(atn.getExpectedTokens(outer.invokingState, outer.parent));
    }
  }
}
