/** In order, each run once, each in a transaction of its own. Never changed after a release: a new one is added. */
export const MIGRATIONS: readonly string[] = [
  `
  create table setting (name text primary key, value text not null);

  create table organisation (
    id uuid primary key,
    name text not null,
    country text
  );

  create table account (
    id uuid primary key,
    organisation_id uuid not null references organisation,
    name text not null,
    reviewer_code text not null,
    role text not null check (role in ('reviewer', 'approver', 'lead')),
    token_hash bytea unique,
    created_at timestamptz not null default now(),
    revoked_at timestamptz,
    unique (organisation_id, reviewer_code)
  );

  create table enrolment (
    code_hash bytea primary key,
    account_id uuid not null references account,
    expires_at timestamptz not null,
    used_at timestamptz
  );

  create table signing_key (
    kid text primary key,
    jwk jsonb not null,
    created_at timestamptz not null default now()
  );

  create table evidence (
    sha256 text primary key,
    bytes bigint not null,
    media_type text not null,
    created_at timestamptz not null default now()
  );

  -- Who has shown the bytes: another organisation can't even learn that a body is here.
  create table evidence_holder (
    sha256 text not null references evidence,
    organisation_id uuid not null references organisation,
    primary key (sha256, organisation_id)
  );

  create table notice (
    id uuid primary key,
    account_id uuid not null references account,
    organisation_id uuid not null references organisation,
    body bytea not null,
    body_sha256 text not null,
    evidence_sha256 text,
    receipt_id text not null unique,
    receipt text not null,
    permalink text not null,
    received_at timestamptz not null default now(),
    deadline_at timestamptz
  );
  create index notice_received on notice (received_at);
  create index notice_permalink on notice (permalink);

  -- Kept for a notice that has not arrived, too: its request may still be on its way.
  create table withdrawal (
    notice_id uuid primary key,
    account_id uuid not null references account,
    reason text not null,
    at timestamptz not null default now()
  );

  create table decision (
    id uuid primary key,
    notice_id uuid not null references notice,
    body jsonb not null,
    decided_at timestamptz not null default now(),
    -- End of the undo window; then it is published into the feed.
    due_at timestamptz not null,
    published_at timestamptz,
    undone_at timestamptz
  );
  create unique index decision_standing on decision (notice_id) where undone_at is null;
  create index decision_due on decision (due_at) where published_at is null and undone_at is null;

  -- The change feed: numbers commit out of order, so a cursor is (xid, seq) below the oldest running transaction.
  create table event (
    seq bigint generated always as identity,
    xid xid8 not null default pg_current_xact_id(),
    account_id uuid not null references account,
    notice_id uuid not null,
    type text not null,
    at timestamptz not null default now(),
    payload jsonb not null default '{}',
    primary key (account_id, xid, seq)
  );

  -- Each opening of evidence at the desk.
  create table opening (
    seq bigint generated always as identity primary key,
    at timestamptz not null default now(),
    sha256 text not null,
    notice_id uuid,
    part text not null
  );
  `,
  `
  -- What due process asks of an account's other notices; and what an organisation asks of its reviewers.
  alter table organisation add column rules jsonb not null default '{}';
  alter table notice
    add column made_at timestamptz,
    add column declared_at timestamptz,
    add column author_marks text[] not null default '{}',
    add column reasoned boolean not null default false;
  update notice set
    made_at = (convert_from(body, 'UTF8')::jsonb ->> 'createdAt')::timestamptz,
    declared_at = (convert_from(body, 'UTF8')::jsonb -> 'declaration' ->> 'madeAt')::timestamptz;
  alter table notice alter column made_at set not null, alter column declared_at set not null;
  create index notice_made on notice (account_id, made_at);
  create index notice_declared on notice (account_id, declared_at);
  `,
  `
  -- Four eyes: notices that a second reviewer of the organisation decides on before the desk sees anything of them.
  create table review (
    notice_id uuid primary key,
    account_id uuid not null references account,
    organisation_id uuid not null references organisation,
    body bytea not null,
    body_sha256 text not null,
    asked_at timestamptz not null default now(),
    outcome text check (outcome in ('approved', 'returned')),
    settled_by uuid references account,
    settled_at timestamptz,
    reason text,
    -- Nobody is his own second reviewer, whatever the code above it does.
    check (settled_by <> account_id)
  );
  create index review_open on review (organisation_id, asked_at) where outcome is null;
  `,
  `
  -- What due process compares further notices with, what it told the sender of each, and the unit of each reviewer.
  alter table account add column unit text;
  alter table notice
    add column topics text[] not null default '{}',
    add column language text,
    add column why_marks text[] not null default '{}',
    add column advice json not null default '[]';
  alter table review
    add column advice json not null default '[]',
    -- About the author's own office: only somebody of another unit decides.
    add column own_office boolean not null default false;
  `,
  `
  -- Timestamps (RFC 3161) over evidence: the authority's whole answer.
  alter table evidence
    add column stamp bytea,
    add column stamped_at timestamptz,
    add column stamp_tried_at timestamptz;
  create index evidence_unstamped on evidence (created_at) where stamp is null;
  create index notice_evidence on notice (evidence_sha256);
  `,
  `
  -- Where the sender's ledger ended, as the receipt countersigns it. Nothing here knows whether it is true.
  alter table notice add column ledger_seq bigint, add column ledger_hash text;
  `,
  `
  -- The notice of the same account that a notice corrects.
  alter table notice add column corrects uuid;
  update notice set corrects = (convert_from(body, 'UTF8')::jsonb ->> 'corrects')::uuid;
  create index notice_corrects on notice (corrects) where corrects is not null;
  `,
]
