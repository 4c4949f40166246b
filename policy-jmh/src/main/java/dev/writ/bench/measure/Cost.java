package dev.writ.bench.measure;

/**
 * What some decisions took.
 *
 * @param nanos time of the processor
 * @param bytes allocated
 * @param decisions how many, at least one
 */
record Cost(long nanos, long bytes, long decisions) {
  double nanosEach() {
    return (double) nanos / decisions;
  }

  double bytesEach() {
    return (double) bytes / decisions;
  }
}
