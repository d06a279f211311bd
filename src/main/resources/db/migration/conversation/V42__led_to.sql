-- The path of what a conversation became elsewhere in this house, where its writer wants its readers to find it.
alter table conversation.topic add column led_to text;
create index topic_led_to on conversation.topic (led_to) where led_to is not null;
