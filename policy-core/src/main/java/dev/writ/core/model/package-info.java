/**
 * Values, types, schema, entities, requests and sessions: what a decision is about. Depends on no
 * other package of this module; everything else may use it. All types are immutable and may be
 * shared between threads.
 */
@NullMarked
package dev.writ.core.model;

import org.jspecify.annotations.NullMarked;
