package dev.writ.core.ir;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a policy set, each problem with the declaration it is in. */
final class Problems {

  private final List<String> found = new ArrayList<>();
  private String subject = "";

  /** Says in which declaration what follows is. */
  void in(String kind, String id) {
    subject = kind + " `" + id + "`: ";
  }

  void add(String problem) {
    found.add(subject + problem);
  }

  /** Adds a problem unless the condition holds. */
  void require(boolean condition, String problem) {
    if (!condition) {
      add(problem);
    }
  }

  List<String> found() {
    return found.stream().distinct().toList();
  }
}
