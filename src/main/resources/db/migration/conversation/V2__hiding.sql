-- What a host took out of sight and what its writer was told. Apart from state, so that showing it again brings back whatever it was.
alter table conversation.post
    add hidden_at timestamptz,
    add hidden_reason text not null default '';
-- Its opening is out of sight: title and first words are, too.
alter table conversation.topic add hidden boolean not null default false;
