/**
 * The installation itself: its folder (home), its database, its key, its mark (demo or real) and its command line.
 *
 * <p>Words: a <em>home</em> is the folder, an <em>engine</em> the unpacked PostgreSQL, the <em>owner</em> the database
 * role that migrates, the <em>app</em> role the one that the house lives with. It never knows what the modules above
 * keep: it starts, migrates, saves and restores them without reading them. It depends on no other module.
 */
@NullMarked
package kith.house;

import org.jspecify.annotations.NullMarked;
