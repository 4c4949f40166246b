package dev.writ.core.engine;

import dev.writ.core.authority.AuthoritySnapshot;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The authority state of one process, kept in memory and lost with it. Changes are made one after
 * another; whoever reads sees a whole state, the latest whose change has returned or a later one.
 */
final class InMemoryAuthority {

  private final ReentrantLock lock = new ReentrantLock();
  private volatile AuthoritySnapshot state;

  InMemoryAuthority(AuthoritySnapshot state) {
    this.state = state;
  }

  /**
   * What a change comes to.
   *
   * @param next the state afterwards, the same as before where nothing changes
   * @param value what is told of it
   */
  record Step<T>(AuthoritySnapshot next, T value) {}

  AuthoritySnapshot read() {
    return state;
  }

  /** Makes a change. Where it throws nothing changes. */
  <T> T change(Function<AuthoritySnapshot, Step<T>> change) {
    lock.lock();
    try {
      Step<T> step = change.apply(state);
      state = step.next();
      return step.value();
    } finally {
      lock.unlock();
    }
  }
}
