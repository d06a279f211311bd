/** Tests over the whole house at once: who may knock where, what leaks, and what hostile input does; they find the routes by themselves. */
package kith.safety;
