-- What came on one channel is asked for by whoever comes back and by pages of visitors: an hour of a busy house must not be read for it.
create index change_channel on live.change (noun, key, number);
