-- Roles, row level security and grants: applied after every migration, safe to repeat, so that no table can be
-- forgotten. The app acts as pult_app (one organization at a time), relays and sweeps as pult_worker (all of
-- them), better-auth with the rights of pult_auth. None of the three owns a table or may bypass a policy.
do $$
declare
  role_name text;
begin
  foreach role_name in array array['pult_app', 'pult_worker', 'pult_auth'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I nologin noinherit', role_name);
    end if;
  end loop;
end $$;

grant usage on schema public to pult_app, pult_worker;
grant usage on schema auth to pult_auth, pult_worker;
grant select, insert, update, delete on all tables in schema auth to pult_auth;
grant select, update on all tables in schema auth to pult_worker;

do $$
declare
  t record;
  mine constant text := '(select nullif(current_setting(''app.organization_id'', true), '''')::uuid)';
  key text;
begin
  for t in
    select c.oid::regclass as name, c.relname,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped) as owned
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  loop
    if not t.owned and t.relname <> 'organization' then
      raise exception 'table % has no organization_id', t.name;
    end if;
    key := case when t.owned then 'organization_id' else 'id' end;
    execute format('alter table %s enable row level security', t.name);
    execute format('alter table %s force row level security', t.name);
    execute format('drop policy if exists organization on %s', t.name);
    execute format('create policy organization on %s to pult_app using (%I = %s) with check (%I = %s)', t.name, key, mine, key, mine);
    execute format('drop policy if exists worker on %s', t.name);
    execute format('create policy worker on %s to pult_worker using (true) with check (true)', t.name);
    execute format('grant select, insert, update, delete on %s to pult_app, pult_worker', t.name);
  end loop;
end $$;

-- Text search under row level security: LIKE is not leakproof, so a policy would keep it from its trigram index. These
-- functions belong to pult_worker, check the organization themselves, and answer ids only. A term is what was typed and
-- how it sounds in Latin letters; all terms have to be found.
drop function if exists public.search_deals(text, integer);

-- The newest of each kind.
create or replace function public.search_kinds(typed text[], sounds text[], kinds text[], most integer)
returns table (found_kind text, found_id uuid) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  mine uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
  conditions text := 'true';
  pattern text;
  other text;
  kind text;
  newest uuid[];
  looked_at integer;
  enough constant integer := 500;
begin
  if mine is null or coalesce(cardinality(typed), 0) = 0 then
    return;
  end if;
  for place in 1 .. cardinality(typed) loop
    pattern := '%' || regexp_replace(typed[place], '([\\%_])', '\\\1', 'g') || '%';
    other := '%' || regexp_replace(sounds[place], '([\\%_])', '\\\1', 'g') || '%';
    conditions := conditions || case
      when other = pattern then format(' and search like %L', pattern)
      else format(' and (search like %L or search like %L)', pattern, other)
    end;
  end loop;
  -- A common word is found among the newest records at once; a rare one by its trigrams alone, which the planner,
  -- hoping to meet it early, would not choose of itself. A kind of few records has been read whole by then.
  foreach kind in array kinds loop
    execute 'select count(*), (array_agg(id order by id desc) filter (where ' || conditions || '))[:$3] from (
        select id, search from record where organization_id = $1 and entity = $2 and deleted_at is null
        order by id desc limit $4
      ) newest' into looked_at, newest using mine, kind, most, enough;
    if looked_at < enough or cardinality(newest) >= most then
      return query select kind, unnest(newest);
      continue;
    end if;
    -- The kind stands in the text: its index is chosen by it.
    return query execute format('with found as materialized (
        select organization_id, id from record where deleted_at is null and entity = %L and ', kind) || conditions || '
      ) select $2, id from found where organization_id = $1 order by id desc limit $3' using mine, kind, most;
  end loop;
end $$;

create or replace function public.search_records(typed text[], sounds text[], of_entity text, most integer)
returns setof uuid language sql stable security definer set search_path = public, pg_temp as $$
  select found_id from search_kinds(typed, sounds, array[of_entity], most)
$$;

-- Deals by their own title, or by the people and organisations they are with.
create or replace function public.search_deals(typed text[], sounds text[], most integer) returns setof uuid
language sql stable security definer set search_path = public, pg_temp as $$
  with mine as materialized (select nullif(current_setting('app.organization_id', true), '')::uuid as id)
  select found.id from (
    select search_records(typed, sounds, 'deal', most) as id
    union
    select d.id from mine
      cross join lateral (select search_records(typed, sounds, 'contact', most) as id) c
      join deal d on d.organization_id = mine.id and d.contact_id = c.id and d.deleted_at is null
    union
    select d.id from mine
      cross join lateral (select search_records(typed, sounds, 'company', most) as id) c
      join deal d on d.organization_id = mine.id and d.company_id = c.id and d.deleted_at is null
  ) found limit most
$$;

-- Who sends a request and where they work, at once: a session by its token, and its person's place in a workspace. For
-- the login alone, which reads sessions by itself; an organization's transaction may not ask.
create or replace function public.whereabouts(of_token text, of_slug text) returns jsonb
language sql stable security definer set search_path = public, pg_temp as $$
  select jsonb_build_object(
    'expiresAt', (extract(epoch from s.expires_at) * 1000)::bigint,
    'user', jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email, 'emailVerified', u.email_verified, 'language', u.language),
    'place', case when m.id is null then null else jsonb_build_object(
      'organization', jsonb_build_object('id', o.id, 'name', o.name, 'slug', o.slug, 'timeZone', o.time_zone,
        'currency', o.currency, 'language', o.language),
      'membership', jsonb_build_object('id', m.id, 'userId', m.user_id, 'role', m.role, 'teamMemberIds',
        case when m.role = 'team_lead' and m.team_id is not null then (
          select coalesce(jsonb_agg(t.id), '[]') from member t where t.organization_id = o.id and t.team_id = m.team_id
        ) else '[]' end),
      'name', m.name) end)
  from auth.session s
    join auth."user" u on u.id = s.user_id
    left join organization o on o.slug = of_slug
    left join member m on m.organization_id = o.id and m.user_id = u.id and m.removed_at is null
  where s.token = of_token
$$;

do $$
begin
  if not (select rolsuper from pg_roles where rolname = current_user) then
    execute format('grant pult_worker to %I', current_user);
  end if;
end $$;
grant create on schema public to pult_worker;
alter function public.search_kinds(text[], text[], text[], integer) owner to pult_worker;
alter function public.search_records(text[], text[], text, integer) owner to pult_worker;
alter function public.search_deals(text[], text[], integer) owner to pult_worker;
alter function public.whereabouts(text, text) owner to pult_worker;
revoke create on schema public from pult_worker;
revoke all on function public.search_kinds(text[], text[], text[], integer),
  public.search_records(text[], text[], text, integer), public.search_deals(text[], text[], integer),
  public.whereabouts(text, text) from public;
grant execute on function public.whereabouts(text, text) to pult_auth;
grant execute on function public.search_kinds(text[], text[], text[], integer),
  public.search_records(text[], text[], text, integer), public.search_deals(text[], text[], integer)
  to pult_app, pult_worker;
