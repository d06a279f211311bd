/**
 * The benchmark of the house (bin/bench): fills one with imagined people by the participation model, asks it for pages as browsers do, and says what each page
 * costs in processor time. It is a program of its own that knows the house by its front door and its database alone, and loads without it.
 */
@NullMarked
package kith.bench;

import org.jspecify.annotations.NullMarked;
