/**
 * How tests get a house: {@link kith.house.TestHouse#fresh()} gives a new, migrated database in well under a second
 * (one PostgreSQL per JVM, a template copied), and {@link kith.house.HouseTest} starts the whole application on one.
 *
 * <p>A test of SQL alone: {@code try (var house = TestHouse.fresh()) { new Topics(house.asApp()) ... }}. A test of the
 * application: {@code @HouseTest class RepliesTest { ... }}; add {@code webEnvironment = RANDOM_PORT} by putting
 * {@code @SpringBootTest(...)} and {@code @ContextConfiguration(initializers = TestHouse.MovedIn.class)} instead.
 */
@NullMarked
package kith.house;

import org.jspecify.annotations.NullMarked;
