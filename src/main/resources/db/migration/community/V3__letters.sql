-- An invitation by letter is found by the address that it went to.
create index invite_to on community.invite (email) where email is not null;
