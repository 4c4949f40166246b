package dev.writ.core.reference;

/** Where operators report why they have no value. */
interface Faults {

  /** Notes the fault; the result is the error. */
  Result fail(Fault.Kind kind, String detail);

  /** An operator met a value of a kind that its operand cannot have. */
  default Result illTyped(String operator) {
    return fail(Fault.Kind.ILL_TYPED, operator);
  }
}
