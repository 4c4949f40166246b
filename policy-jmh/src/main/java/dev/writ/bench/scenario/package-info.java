/**
 * What is decided: policies, entities, authority and requests as data, seeded, and the floor, the
 * Java that a careful programmer would write by hand for the same policy.
 *
 * <p>Each scenario generates its data into records of plain Java first. The floor decides over
 * those; {@code Entity} and {@code Request} are made of the same records. Knows no system under
 * test ({@code contender}) and no measuring ({@code measure}).
 */
@NullMarked
package dev.writ.bench.scenario;

import org.jspecify.annotations.NullMarked;
