-- Mails on their way. Written in the transaction of the act that causes them; a relay sends them and may be killed at any moment.
create table notification.mail (
    id uuid primary key,
    account_id uuid,
    address text not null,
    locale text not null,
    subject text not null,
    body text not null,
    html text not null,
    made_at timestamptz not null default now(),
    state text not null default 'WAITING' check (state in ('WAITING', 'SENT', 'KEPT', 'PARKED')),
    tries int not null default 0,
    next_at timestamptz not null default now(),
    sent_at timestamptz
);
create index mail_due on notification.mail (next_at) where state = 'WAITING';
create index mail_of on notification.mail (account_id);
