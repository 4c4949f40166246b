package dev.writ.core.decision;

/** A truth value of strong Kleene logic: a condition holds, does not hold, or could not be told. */
public enum Truth {
  TRUE,
  FALSE,
  ERROR;

  /** The truth value of a boolean. */
  public static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** Conjunction: false wins over error, error over true. */
  public Truth and(Truth other) {
    if (this == FALSE || other == FALSE) {
      return FALSE;
    }
    return this == ERROR || other == ERROR ? ERROR : TRUE;
  }

  /** Disjunction: true wins over error, error over false. */
  public Truth or(Truth other) {
    if (this == TRUE || other == TRUE) {
      return TRUE;
    }
    return this == ERROR || other == ERROR ? ERROR : FALSE;
  }

  /** Negation: an error stays one. */
  public Truth not() {
    return this == ERROR ? ERROR : of(this == FALSE);
  }
}
