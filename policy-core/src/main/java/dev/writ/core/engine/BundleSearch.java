package dev.writ.core.engine;

import dev.writ.core.engine.BundleSighting.Mark;
import dev.writ.core.ir.Bundle;
import dev.writ.core.ir.BundleException;
import dev.writ.core.ir.BundleTrust;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the bundle with the highest sequence number in a place. Remembers by their digest what
 * files hold, so that bytes that do not change are not judged again. Not thread-safe.
 */
final class BundleSearch {

  private final BundlePlace place;
  private final BundleTrust trust;
  private Map<Path, BundleSighting> seen = Map.of();

  BundleSearch(BundlePlace place, BundleTrust trust) {
    this.place = place;
    this.trust = trust;
  }

  /**
   * A bundle in a file.
   *
   * @param file where
   * @param digest of the bytes of the file
   * @param mark which bundle
   */
  record Candidate(Path file, String digest, Mark mark) {}

  /**
   * What is in the place.
   *
   * @param best the bundle with the highest sequence number, or null where there is none, or two
   *     different ones
   * @param troubles what is wrong, by file
   */
  record Found(@Nullable Candidate best, Map<Path, BundleTrouble> troubles) {}

  Found look() {
    Map<Path, BundleTrouble> troubles = new TreeMap<>();
    Map<Path, BundleSighting> now = new TreeMap<>();
    try {
      List<Path> files = place.files();
      files.forEach(file -> see(file, now, troubles));
      if (files.isEmpty()) {
        troubles.put(place.path(), new BundleTrouble("there is no bundle in the folder", "", true));
      }
    } catch (IOException e) {
      troubles.put(place.path(), BundleTrouble.unreadable(e));
    }
    seen = now;
    return new Found(best(now, troubles), troubles);
  }

  private void see(Path file, Map<Path, BundleSighting> now, Map<Path, BundleTrouble> troubles) {
    try {
      byte[] bytes = place.read(file);
      String digest = BundleSighting.digest(bytes);
      BundleSighting before = seen.get(file);
      BundleSighting sighting =
          before != null && before.digest().equals(digest)
              ? before
              : BundleSighting.of(bytes, digest, trust);
      now.put(file, sighting);
      if (sighting.trouble() != null) {
        troubles.put(file, sighting.trouble());
      }
    } catch (IOException e) {
      troubles.put(file, BundleTrouble.unreadable(e));
    } catch (OutOfMemoryError e) {
      troubles.put(file, BundleTrouble.OUT_OF_MEMORY);
    }
  }

  private static @Nullable Candidate best(
      Map<Path, BundleSighting> now, Map<Path, BundleTrouble> troubles) {
    Candidate best = null;
    Path rival = null;
    for (Map.Entry<Path, BundleSighting> entry : now.entrySet()) {
      Mark mark = entry.getValue().mark();
      if (mark == null) {
        continue;
      }
      Candidate each = new Candidate(entry.getKey(), entry.getValue().digest(), mark);
      if (best == null || mark.sequence() > best.mark().sequence()) {
        best = each;
        rival = null;
      } else if (mark.sequence() == best.mark().sequence() && !mark.equals(best.mark())) {
        rival = each.file();
      }
    }
    if (best == null || rival == null) {
      return best;
    }
    troubles.put(
        rival,
        new BundleTrouble(
            "the bundle is another than that in `"
                + best.file().getFileName()
                + "`, with the same sequence number "
                + best.mark().sequence(),
            best.digest(),
            false));
    return null;
  }

  /** The bundle of a candidate, or nothing where the file was changed since it was found. */
  Optional<Bundle> load(Candidate candidate) {
    try {
      byte[] bytes = place.read(candidate.file());
      return BundleSighting.digest(bytes).equals(candidate.digest())
          ? Optional.of(Bundle.read(bytes, trust))
          : Optional.empty();
    } catch (IOException | BundleException e) {
      return Optional.empty();
    }
  }
}
