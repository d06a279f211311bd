/** Tests of who somebody is to the house. */
@org.jspecify.annotations.NullMarked
package kith.identity;
