-- A device on which a member wants to be told. Its endpoint is where the browser's maker takes pushes for it; with the keys only the device can read them.
create table notification.device (
    id uuid primary key,
    account_id uuid not null,
    endpoint text not null unique check (length(endpoint) <= 1000),
    key bytea not null,
    auth bytea not null,
    name text not null,
    made_at timestamptz not null default now(),
    told_at timestamptz
);
create index device_of on notification.device (account_id, made_at);

-- A push on its way to one device; gone once its service took it, or nobody needs it any more.
create table notification.push (
    id uuid primary key,
    device_id uuid not null references notification.device (id) on delete cascade,
    notice_id uuid not null,
    made_at timestamptz not null default now(),
    tries int not null default 0,
    next_at timestamptz not null default now(),
    unique (device_id, notice_id)
);
create index push_due on notification.push (next_at);
