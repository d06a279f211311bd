alter table identity.account
    add column totp bytea,
    add column totp_step bigint not null default 0,
    add column suspended_reason text,
    add column suspended_at timestamptz,
    add column erased_at timestamptz;
create index account_newest on identity.account (id desc);

-- One-time secrets that reach a person by mail or cookie. A row is used by deleting it, so that of many tries at once only one wins.
create table identity.link (
    secret bytea primary key,
    kind text not null check (kind in ('CONFIRM', 'SIGN_IN', 'RESET', 'EMAIL', 'PROVE', 'SECOND', 'EXPORT')),
    account_id uuid not null references identity.account (id),
    email text,
    browser bytea,
    expires_at timestamptz not null
);
create index link_of on identity.link (account_id);
create index link_ends on identity.link (expires_at);

create table identity.recovery_code (
    account_id uuid not null references identity.account (id),
    code bytea not null,
    primary key (account_id, code)
);

create table identity.passkey (
    id uuid primary key,
    credential bytea not null unique,
    account_id uuid not null references identity.account (id),
    label text not null,
    public_key bytea not null,
    attestation bytea not null,
    signature_count bigint not null,
    transports text not null,
    backup_eligible boolean not null,
    backup_state boolean not null,
    made_at timestamptz not null default now(),
    used_at timestamptz not null default now()
);
create index passkey_of on identity.passkey (account_id);

-- What a browser was asked to sign with its passkey; the cookie's hash is the key, and a row is used once.
create table identity.challenge (
    browser bytea primary key,
    challenge bytea not null,
    account_id uuid references identity.account (id),
    expires_at timestamptz not null
);

create table identity.invitation (
    id uuid primary key,
    secret bytea not null unique,
    email text not null,
    operator boolean not null default false,
    made_by uuid references identity.account (id),
    made_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz
);
create index invitation_newest on identity.invitation (id desc);

create table identity.consent (
    id uuid primary key,
    account_id uuid not null references identity.account (id),
    kind text not null check (kind in ('TERMS', 'PRIVACY', 'HEALTH_DATA')),
    version text not null,
    text_hash bytea not null,
    locale text not null,
    given_at timestamptz not null default now(),
    withdrawn_at timestamptz
);
create index consent_of on identity.consent (account_id, id);
create unique index consent_standing on identity.consent (account_id, kind) where withdrawn_at is null;

-- The ledger of consents keeps what was agreed to: only the moment of withdrawal may ever be added.
create function identity.keep_consent() returns trigger language plpgsql as $$
begin
    if old.withdrawn_at is not null or new.withdrawn_at is null
       or (new.id, new.account_id, new.kind, new.version, new.text_hash, new.locale, new.given_at)
          is distinct from (old.id, old.account_id, old.kind, old.version, old.text_hash, old.locale, old.given_at) then
        raise exception 'a consent is only ever withdrawn';
    end if;
    return new;
end $$;
create trigger keep_consent before update on identity.consent for each row execute function identity.keep_consent();

create table identity.picture (
    id uuid primary key,
    account_id uuid not null references identity.account (id),
    type text not null check (type in ('image/jpeg', 'image/png')),
    content bytea not null,
    made_at timestamptz not null default now()
);
create index picture_of on identity.picture (account_id);

-- Token buckets of the limits; keys are keyed hashes, never an address or an id.
create table identity.bucket (
    id text primary key,
    state bytea,
    expires_at bigint
);
create index bucket_ends on identity.bucket (expires_at);
