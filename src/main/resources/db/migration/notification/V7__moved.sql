-- When posts go to another topic, everybody's rows of that topic are asked for.
create index bundle_of_thread on notification.bundle (thread_id);
