package dev.writ.core.plan;

/** What a value or condition is told by, the narrowest that it fits. */
enum Basis {
  /** What the principal is, and what it is in. */
  PRINCIPAL,
  /** What the resource is, and what it is in. */
  RESOURCE,
  /** The request and the entities. */
  REQUEST,
  /** Also the instant, the session or the state of authority. */
  MOMENT;

  /** The basis of what reads this, as {@link Reads} tells. */
  static Basis of(int reads) {
    if ((reads & Reads.MOMENT) != 0) {
      return MOMENT;
    }
    return switch (reads & ~Reads.ANCESTORS) {
      case Reads.PRINCIPAL -> PRINCIPAL;
      case Reads.RESOURCE -> RESOURCE;
      default -> REQUEST;
    };
  }
}
