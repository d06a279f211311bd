/**
 * What the tests of every module share: {@link kith.Visitor}, somebody with a browser without scripts; {@code kith.Browser}, a real one. The house itself comes
 * from {@code kith.house.TestHouse}.
 */
package kith;
