-- What waits for a second reader, the oldest first.
create index piece_reading on advice.piece (changed_at) where state = 'READING';
