-- State of the local executor: the one place where runs, steps and queued work live. Safe to apply again.
create schema if not exists inngest_local;

-- The executor's clock is the database's, moved by an offset that only tests touch.
create table if not exists inngest_local.setting (
  only_row boolean primary key default true check (only_row),
  clock_offset interval not null default interval '0'
);
insert into inngest_local.setting default values on conflict do nothing;

create or replace function inngest_local.now() returns timestamptz language sql stable as
$$ select clock_timestamp() + clock_offset from inngest_local.setting $$;

create table if not exists inngest_local.function (
  id text primary key,
  name text not null,
  config json not null,
  synced_at timestamptz not null
);

create table if not exists inngest_local.event (
  id uuid primary key,
  external_id text not null,
  name text not null,
  payload json not null,
  organization_id text,
  received_at timestamptz not null
);
create index if not exists event_external_id on inngest_local.event (external_id, received_at);
create index if not exists event_received on inngest_local.event (received_at);

create table if not exists inngest_local.run (
  id uuid primary key,
  function_id text not null,
  status text not null check (status in ('queued', 'running', 'completed', 'failed', 'cancelled')),
  event_id uuid,
  -- JSON rather than JSONB: it keeps what people sent as it is, U+0000 and lone surrogates included.
  event json not null,
  event_name text not null,
  organization_id text,
  output json,
  error json,
  -- Concurrency keys and their limits, the first of them being the lane of the fair claim.
  lane text not null,
  lanes text[] not null,
  limits int[] not null,
  rate_key text,
  singleton_key text,
  debounce_key text,
  debounce_until timestamptz,
  -- After a race of parallel steps the SDK may only plan, for two discoveries can overlap.
  plan_only boolean not null default false,
  parent_run_id uuid,
  parent_step_id text,
  created_at timestamptz not null,
  started_at timestamptz,
  finish_by timestamptz,
  ended_at timestamptz
);
create index if not exists run_created on inngest_local.run (created_at desc, id);
create index if not exists run_ended on inngest_local.run (ended_at) where ended_at is not null;
create index if not exists run_failed on inngest_local.run (created_at desc) where status = 'failed';
-- Ids of records named in the event's data, for an operator's search.
alter table inngest_local.run add column if not exists record_ids text[] not null default '{}';
create index if not exists run_records on inngest_local.run using gin (record_ids);
create index if not exists run_parent on inngest_local.run (parent_run_id) where parent_run_id is not null;
create index if not exists run_event on inngest_local.run (event_id);
create index if not exists run_organization on inngest_local.run (organization_id, created_at desc);
create index if not exists run_rate on inngest_local.run (function_id, rate_key, created_at) where rate_key is not null;
create index if not exists run_singleton on inngest_local.run (function_id, singleton_key)
  where singleton_key is not null and ended_at is null;
create index if not exists run_debounce on inngest_local.run (function_id, debounce_key)
  where debounce_key is not null and status = 'queued';

create table if not exists inngest_local.throttle (
  function_id text not null,
  key text not null,
  -- The theoretical arrival time of GCRA: when the next start would be free of any burst.
  arrives_at timestamptz not null,
  primary key (function_id, key)
);

create sequence if not exists inngest_local.completion;

create table if not exists inngest_local.step (
  run_id uuid not null references inngest_local.run on delete cascade,
  id text not null,
  op text not null,
  name text not null,
  status text not null check (status in ('pending', 'retrying', 'completed', 'failed')),
  data json,
  error json,
  race boolean not null default false,
  attempt int not null default 0,
  -- The order in which results became known: the SDK resumes promises in this order.
  completion bigint,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (run_id, id)
);

create table if not exists inngest_local.job (
  id bigint generated always as identity primary key,
  run_id uuid not null references inngest_local.run on delete cascade,
  kind text not null check (kind in ('call', 'wake', 'expire-start', 'expire-finish')),
  step_id text,
  lane text not null,
  lanes text[] not null default '{}',
  limits int[] not null default '{}',
  due_at timestamptz not null,
  attempt int not null default 0,
  -- Grows with every claim and release; a writer that holds an older one is told it is stale.
  fence bigint not null default 0,
  lease_until timestamptz,
  worker text,
  losses int not null default 0
) with (autovacuum_vacuum_scale_factor = 0.02);
create index if not exists job_lane on inngest_local.job (lane, due_at, id) where lease_until is null;
create index if not exists job_due on inngest_local.job (due_at) where lease_until is null;
create index if not exists job_leased on inngest_local.job (lease_until) where lease_until is not null;
create index if not exists job_run on inngest_local.job (run_id);

create table if not exists inngest_local.listener (
  id bigint generated always as identity primary key,
  run_id uuid not null references inngest_local.run on delete cascade,
  -- The step that waits; null when the event cancels the run.
  step_id text,
  event_name text not null,
  expression text,
  -- Digest of "path=value" for plain equality of one path, so that an event finds its waiters by index.
  match_key text,
  expires_at timestamptz
);
create index if not exists listener_event on inngest_local.listener (event_name, match_key);
create index if not exists listener_run on inngest_local.listener (run_id);

create table if not exists inngest_local.cron (
  function_id text not null,
  expression text not null,
  jitter_ms bigint not null default 0,
  next_at timestamptz not null,
  primary key (function_id, expression)
);

-- Leases due jobs fairly: first a turn of every lane, fewest running first, never over a concurrency limit.
-- Claims are serialized by an advisory lock, which makes the limits exact; one takes about a millisecond.
create or replace function inngest_local.claim(claimant text, wanted int, lease interval)
-- A queue is read by its indexes, whatever the planner expects of a table that changes as fast as this one.
returns setof inngest_local.job language plpgsql set enable_seqscan = off set enable_bitmapscan = off as $$
declare
  instant timestamptz;
  candidate record;
  taken int := 0;
begin
  perform pg_advisory_xact_lock(hashtext('inngest_local.claim'));
  instant := inngest_local.now();
  -- The first losses are made good at once; then a job waits, twice as long each time, so that neither a machine that
  -- keeps dying ends the runs on it nor a job that kills its process keeps all the others from work.
  update inngest_local.job set lease_until = null, worker = null, fence = fence + 1, losses = losses + 1,
    due_at = case when losses < 5 then due_at else instant + least(2 ^ (losses - 4), 3600) * interval '1 second' end
    where id in (select id from inngest_local.job where lease_until < instant for update skip locked);
  for candidate in
    with recursive lane (name) as (
      (select lane from inngest_local.job where lease_until is null order by lane limit 1)
      union all
      select (select j.lane from inngest_local.job j where j.lease_until is null and j.lane > l.name order by j.lane limit 1)
      from lane l where l.name is not null
    ), filled (name) as (
      select held.name from inngest_local.job, unnest(lanes, limits) as held (name, cap)
      where lease_until is not null group by held.name having count(*) >= min(held.cap)
    ), running as (
      select lane as name, count(*) as running from inngest_local.job where lease_until is not null group by lane
    )
    select due.*, due.rank + coalesce(running.running, 0) as turn
    from lane left join running using (name)
    cross join lateral (
      select id, lanes, limits, due_at, row_number() over (order by due_at, id) as rank
      from (
        select id, lanes, limits, due_at from inngest_local.job
        where lease_until is null and lane = lane.name and due_at <= instant
          and not lanes && array(select filled.name from filled)
        order by due_at, id limit wanted
      ) head
    ) due
    where lane.name is not null and lane.name not in (select filled.name from filled)
    order by turn, due.due_at, due.id
    limit wanted * 4
  loop
    exit when taken >= wanted;
    continue when exists (
      select from unnest(candidate.lanes, candidate.limits) as l (name, cap)
      where (select count(*) from inngest_local.job where lease_until is not null and l.name = any (lanes)) >= l.cap
    );
    return query
      update inngest_local.job set lease_until = instant + lease, worker = claimant, fence = fence + 1
      where id = (select id from inngest_local.job where id = candidate.id and lease_until is null for update skip locked)
      returning *;
    if found then taken := taken + 1; end if;
  end loop;
end $$;

do $$ begin
  if exists (select from pg_roles where rolname = 'pult_worker') then
    grant usage on schema inngest_local to pult_worker;
    grant all on all tables in schema inngest_local to pult_worker;
    grant all on all sequences in schema inngest_local to pult_worker;
    grant execute on all functions in schema inngest_local to pult_worker;
  end if;
end $$;
