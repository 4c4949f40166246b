package dev.writ.examples.sreagents;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that the story moves by hand. Not thread-safe. */
final class StoryClock implements InstantSource {

  private Instant now;

  StoryClock(String start) {
    now = Instant.parse(start);
  }

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** The hour and minute, for the margin of the story. */
  String time() {
    return time(now.toEpochMilli());
  }

  /** The hour and minute of an instant in epoch milliseconds. */
  String time(long millis) {
    return Instant.ofEpochMilli(millis).toString().substring(11, 16);
  }
}
