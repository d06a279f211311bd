/**
 * What every page of the house is made of: the frame around it, phrases in the reader's language, times in the reader's zone, lists paged by key,
 * refusals that keep what was typed, error pages, and the assets a browser loads. Words: <em>page</em> (a record that a template of the same name
 * shows), <em>frame</em> (all that surrounds it), <em>audience</em> (who may knock at a route). It never knows a member, a community or a table.
 * Depends on nothing else in the house.
 */
@NullMarked
package kith.page;

import org.jspecify.annotations.NullMarked;
