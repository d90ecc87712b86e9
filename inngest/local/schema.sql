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
  -- Concurrency keys and their limits, and where the run's jobs line up.
  lane text not null,
  lanes text[] not null,
  limits int[] not null,
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
alter table inngest_local.run add column if not exists queue text[] not null default '{}';
create index if not exists run_records on inngest_local.run using gin (record_ids);
create index if not exists run_parent on inngest_local.run (parent_run_id) where parent_run_id is not null;
create index if not exists run_event on inngest_local.run (event_id);
create index if not exists run_organization on inngest_local.run (organization_id, created_at desc);
alter table inngest_local.run drop column if exists rate_key;
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
-- Where a job lines up: `lane` is whose turn it is, `queue` the limits that hold the whole line back or nobody in it.
alter table inngest_local.job add column if not exists queue text[] not null default '{}';
-- Set by the claim, or at once for what is due already, so that a claim never meets those that sleep.
alter table inngest_local.job add column if not exists ready boolean not null default false;
drop index if exists inngest_local.job_lane, inngest_local.job_due;
create index if not exists job_ready on inngest_local.job (lane, queue, due_at, id) where ready and lease_until is null;
create index if not exists job_later on inngest_local.job (due_at) where not ready and lease_until is null;
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

drop function if exists inngest_local.record(uuid[], text[], boolean[], text[], text[], text[]);

-- Records events and starts the runs they begin; returns those that were not stored already: whether an event with that
-- id came in the last 24 hours, or before it in the same request, and whether somebody waits for its name. A payload
-- lacks its last member, the time, which the database's clock has a say in. Where nothing is to be done beside, it is
-- called `alone`; then it does nothing at all if somebody waits.
create or replace function inngest_local.ingest(
  keys uuid[], ids text[], given boolean[], names text[], payloads text[], organizations text[], stamps bigint[],
  sent_at bigint, runs json, alone boolean)
returns table (key uuid, repeated boolean, heard boolean, stamp float8, instant timestamptz) language plpgsql as $$
#variable_conflict use_column
declare
  present timestamptz;
  present_ms bigint;
  seen text[];
begin
  if alone and exists (select from inngest_local.listener where event_name = any (names)) then
    return;
  end if;
  -- Locked in an order that is everybody's.
  perform pg_advisory_xact_lock(hash) from (
    select distinct hashtextextended('event ' || e.id, 0) as hash from unnest(ids, given) as e (id, given)
    where e.given order by hash) ordered;
  present := date_trunc('milliseconds', inngest_local.now());
  present_ms := extract(epoch from present) * 1000;
  seen := array(select external_id from inngest_local.event
    where external_id = any (ids) and received_at > present - interval '24 hours');
  return query
    -- Whoever sends stamps by the clock of its process. One that is ahead must not hold back what happens now; an event
    -- for later says a time that is still to come there, too.
    with sent as (
      select e.*, case when e.stamp is null or (e.stamp > present_ms and e.stamp <= sent_at) then present_ms else e.stamp end as at,
        e.given and e.id = any (seen) or row_number() over (partition by e.id order by e.place) > 1 as again
      from unnest(keys, ids, given, names, payloads, organizations, stamps)
        with ordinality as e (key, id, given, name, payload, organization, stamp, place)
    ), stored as (
      insert into inngest_local.event (id, external_id, name, payload, organization_id, received_at)
      select key, id, name, (payload || ',"ts":' || at || '}')::json, organization, present from sent
      on conflict (id) do nothing returning id, name, payload
    ), begun as (
      select r.*, stored.name as event_name, stored.payload as event, greatest(present, to_timestamp(sent.at / 1000.0)) as due_at
      from rows from (json_to_recordset(runs) as (id uuid, function_id text, event_id uuid, organization_id text, lane text,
        queue text[], lanes text[], limits int[], record_ids text[])) with ordinality as r
      join stored on stored.id = r.event_id join sent on sent.key = r.event_id
      where not sent.again
    ), run as (
      insert into inngest_local.run (id, function_id, status, event_id, event, event_name, organization_id, lane, queue, lanes,
        limits, created_at, record_ids)
      select id, function_id, 'queued', event_id, event, event_name, organization_id, lane, queue, lanes, limits, present, record_ids
      from begun
    ), job as (
      insert into inngest_local.job (run_id, kind, lane, queue, lanes, limits, due_at, ready)
      select id, 'call', lane, queue, lanes, limits, due_at, due_at <= present from begun order by ordinality
    )
    select sent.key, sent.again, exists (select from inngest_local.listener where event_name = sent.name), sent.at::float8, present
    from sent join stored on stored.id = sent.key;
end $$;

drop function if exists inngest_local.claim(text, int, interval);

-- Leases due jobs fairly: the lanes take turns, fewest running first; no lane has more than `most` in one process, and
-- no limit is passed. Claims are serialized by an advisory lock, which makes the limits exact.
create or replace function inngest_local.claim(claimant text, wanted int, most int, lease interval)
returns setof inngest_local.job language plpgsql as $$
declare
  instant timestamptz;
  filled text[];
  busy text[];
  candidate record;
  taken bigint[] := '{}';
begin
  perform pg_advisory_xact_lock(hashtext('inngest_local.claim'));
  instant := inngest_local.now();
  -- The first losses are made good at once; then a job waits, twice as long each time, so that neither a machine that
  -- keeps dying ends the runs on it nor a job that kills its process keeps all the others from work.
  update inngest_local.job set lease_until = null, worker = null, fence = fence + 1, losses = losses + 1, ready = false,
    due_at = case when losses < 5 then due_at else instant + least(2 ^ (losses - 4), 3600) * interval '1 second' end
    where id in (select id from inngest_local.job where lease_until < instant for update skip locked);
  update inngest_local.job set ready = true where id in (
    select id from inngest_local.job where not ready and lease_until is null and due_at <= instant
    order by due_at limit 500 for update skip locked);
  busy := array(select unnest(lanes) from inngest_local.job where lease_until is not null);
  filled := array(
    select held.name from inngest_local.job, unnest(lanes, limits) as held (name, cap)
    where lease_until is not null group by held.name having count(*) >= min(held.cap));
  for candidate in
    with recursive line as (
      (select lane, queue from inngest_local.job where ready and lease_until is null order by lane, queue limit 1)
      union all
      select next.* from line cross join lateral (
        select lane, queue from inngest_local.job j
        where j.ready and j.lease_until is null and (j.lane, j.queue) > (line.lane, line.queue)
        order by j.lane, j.queue limit 1) next
    ), running as (
      select lane, count(*) as running, count(*) filter (where worker = claimant) as here
      from inngest_local.job where lease_until is not null group by lane
    ), head as (
      select line.lane, first.*, row_number() over (partition by line.lane order by due_at, id) as rank
      from line cross join lateral (
        select * from (
          -- So far, and no further, a claim looks for jobs that no limit of their own holds back.
          select id, lanes, limits, due_at from inngest_local.job
          where ready and lease_until is null and lane = line.lane and queue = line.queue
          order by due_at, id limit 1000
        ) near where not lanes && filled order by due_at, id limit wanted
      ) first
      where not line.queue && filled
    )
    select head.id, head.lanes, head.limits from head left join running using (lane)
    where head.rank + coalesce(running.here, 0) <= most
    order by head.rank + coalesce(running.running, 0), head.due_at, head.id limit wanted * 4
  loop
    exit when cardinality(taken) >= wanted;
    continue when exists (
      select from unnest(candidate.lanes, candidate.limits) as l (name, cap)
      where (select count(*) from unnest(busy) as one where one = l.name) >= l.cap);
    taken := taken || candidate.id;
    busy := busy || candidate.lanes;
  end loop;
  return query
    update inngest_local.job set lease_until = instant + lease, worker = claimant, fence = fence + 1
    where id in (select id from inngest_local.job where id = any (taken) and lease_until is null for update skip locked)
    returning *;
end $$;

drop function if exists inngest_local.take(text, int, int, interval);

-- When the next job, lease or, if asked for, schedule falls due, leaving out what is ready.
create or replace function inngest_local.next_due(schedules boolean) returns timestamptz language sql stable as $$
  select least(
    (select min(due_at) from inngest_local.job where lease_until is null and not ready),
    (select min(lease_until) from inngest_local.job where lease_until is not null),
    (select min(next_at) from inngest_local.cron where schedules))
$$;

-- Claims, marks the runs as running and reads what their calls need. A run that somebody holds is not waited for, since
-- whoever locks a run may want its jobs next: it is marked by the process itself. The last row has no job but the
-- instant at which something falls due next, and whether jobs are left that some limit holds back.
create or replace function inngest_local.take_jobs(claimant text, wanted int, most int, lease interval)
returns table (job inngest_local.job, run inngest_local.run, steps json, next timestamptz, held_back boolean) language plpgsql as $$
#variable_conflict use_column
declare
  claimed inngest_local.job[];
  calls uuid[];
begin
  claimed := array(select c from inngest_local.claim(claimant, wanted, most, lease) c);
  if cardinality(claimed) > 0 then
    calls := array(select run_id from unnest(claimed) where kind = 'call');
    update inngest_local.run set status = 'running', started_at = coalesce(started_at, inngest_local.now())
      where id in (select id from inngest_local.run where id = any (calls) and status = 'queued' for update skip locked);
    return query
      select c, r, (
        select json_agg(json_build_object('id', s.id, 'status', s.status, 'data', s.data, 'error', s.error) order by s.completion)
        from inngest_local.step s
        where c.kind = 'call' and s.run_id = c.run_id and s.status in ('completed', 'failed')), null::timestamptz, null::boolean
      from unnest(claimed) c join inngest_local.run r on r.id = c.run_id;
  end if;
  return query select null::inngest_local.job, null::inngest_local.run, null::json, inngest_local.next_due(true),
    exists (select from inngest_local.job where ready and lease_until is null);
end $$;

-- Stores results of steps of these runs once each; a second result for the same step changes nothing.
create or replace function inngest_local.finish_steps(runs uuid[], results json) returns void language plpgsql as $$
declare
  instant timestamptz := inngest_local.now();
begin
  insert into inngest_local.step as s (run_id, id, op, name, status, data, error, race, completion, created_at, ended_at)
  select r.run_id, r.id, r.op, r.name, case when r.error is null then 'completed' else 'failed' end, r.data::json, r.error::json,
    r.race, nextval('inngest_local.completion'), instant - r.began * interval '1 ms', instant - r.ended * interval '1 ms'
  from json_to_recordset(results) as r (run_id uuid, id text, op text, name text, data text, error text, race boolean,
    began float8, ended float8)
  where r.run_id = any (runs)
  on conflict (run_id, id) do update set status = excluded.status, data = excluded.data, error = excluded.error,
    completion = excluded.completion, ended_at = excluded.ended_at,
    created_at = case when s.status = 'pending' and excluded.created_at < excluded.ended_at
      then excluded.created_at else s.created_at end
    where s.status in ('pending', 'retrying');
end $$;

-- Stores what many calls came to in one transaction: their steps' results and, of those with an output, the end of the
-- run. Returns the claims that still stood and that nobody else was at; of the others nothing is stored.
create or replace function inngest_local.settle(claims json, results json)
returns table (job bigint, function_id text, ms float8) language plpgsql as $$
#variable_conflict use_column
declare
  instant timestamptz;
  held uuid[];
  over uuid[];
begin
  held := array(select id from inngest_local.run
    where id in (select run_id from json_to_recordset(claims) as c (run_id uuid)) and status in ('queued', 'running')
    for update skip locked);
  held := array(select run_id from inngest_local.job j join json_to_recordset(claims) as c (id bigint, fence bigint) using (id, fence)
    where run_id = any (held) and lease_until is not null for update of j skip locked);
  over := array(select run_id from json_to_recordset(claims) as c (run_id uuid, output text)
    where run_id = any (held) and output is not null);
  perform inngest_local.finish_steps(held, results);
  instant := inngest_local.now();
  update inngest_local.run r set status = 'completed', output = c.output::json, error = null, ended_at = instant
    from json_to_recordset(claims) as c (run_id uuid, output text) where r.id = c.run_id and r.id = any (over);
  delete from inngest_local.job where run_id = any (over);
  delete from inngest_local.listener where run_id = any (over);
  update inngest_local.job j set losses = 0
    from json_to_recordset(claims) as c (id bigint) where j.id = c.id and j.run_id = any (held) and j.losses > 0;
  return query
    select c.id, r.function_id, coalesce(extract(epoch from r.ended_at - r.started_at) * 1000, 0)::float8
    from json_to_recordset(claims) as c (id bigint, run_id uuid) join inngest_local.run r on r.id = c.run_id
    where r.id = any (held);
end $$;

-- Queues are read by their indexes, by a plan made once: whatever the planner expects of tables that change as fast as
-- these, it is wrong a moment later.
do $$
declare
  called regprocedure;
begin
  for called in select oid from pg_proc where pronamespace = 'inngest_local'::regnamespace and prolang = (
    select oid from pg_language where lanname = 'plpgsql')
  loop
    execute format('alter function %s set enable_seqscan = off set enable_bitmapscan = off set plan_cache_mode = force_generic_plan', called);
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
