/** Tests of the log that is only ever added to. */
@org.jspecify.annotations.NullMarked
package kith.audit;
