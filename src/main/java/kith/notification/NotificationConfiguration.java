package kith.notification;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Switches on what happens by the clock. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class NotificationConfiguration {}
