package dev.writ.core.plan;

/** What of an attribute's constants its value on a view meets. Immutable. */
@FunctionalInterface
interface Tokens {
  /** None. */
  int[] NONE = {};

  /** Those of no attributes. */
  int[][] NO_ATTRIBUTES = {};

  /** The numbers of the constants that are met; not to be changed. */
  int[] of(View view, Moment moment);

  /** Whether some of these read the ancestors of an entity, which no guard need stand for. */
  static boolean readAncestors(Tokens[] all) {
    for (Tokens each : all) {
      if (each instanceof ValueVocabulary.GroupTokens) {
        return true;
      }
    }
    return false;
  }

  /** Those of each of these. */
  static int[][] of(Tokens[] all, View view, Moment moment) {
    if (all.length == 0) {
      return NO_ATTRIBUTES;
    }
    int[][] met = new int[all.length][];
    for (int i = 0; i < all.length; i++) {
      met[i] = all[i].of(view, moment);
    }
    return met;
  }
}
