package dev.writ.core.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** Work handed to an executor of the caller. */
final class Later {

  private Later() {}

  /**
   * Runs the work on the executor.
   *
   * @param refused what to answer where the executor does not take it
   */
  static <T> CompletionStage<T> run(
      Executor executor, Supplier<T> work, Function<RuntimeException, T> refused) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    try {
      executor.execute(
          () -> {
            try {
              answer.complete(work.get());
            } catch (Throwable e) {
              answer.completeExceptionally(e);
            }
          });
    } catch (RuntimeException e) {
      answer.complete(refused.apply(e));
    }
    return answer.minimalCompletionStage();
  }
}
