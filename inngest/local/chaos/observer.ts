import pg from "pg";
import { throughOutages } from "../database";

/** How far the runs are, as the database has it. */
export interface Progress {
  /** Runs that do not sleep for long, and how many of them are over. */
  working: number;
  ended: number;
  /** Runs in their long sleep. */
  asleep: number;
  /** Runs not over yet, of all. */
  open: number;
  failed: number;
}

/** Looks at the database, and disturbs it, as the superuser. */
export class Observer {
  readonly #pool: pg.Pool;

  constructor(url: string) {
    this.#pool = new pg.Pool({ connectionString: url, max: 2 });
    this.#pool.on("error", () => {});
    this.#pool.on("connect", (connection) => connection.on("error", () => {}));
  }

  async progress(): Promise<Progress> {
    const { rows } = await this.#query<Progress>(
      `select count(*) filter (where r.function_id <> 'app-sleeper')::int as working,
         count(*) filter (where r.function_id <> 'app-sleeper' and r.ended_at is not null)::int as ended,
         (select count(*)::int from inngest_local.step where op = 'Sleep' and status = 'pending'
           and run_id in (select id from inngest_local.run where function_id = 'app-sleeper')) as asleep,
         count(*) filter (where r.ended_at is null)::int as open,
         count(*) filter (where r.status not in ('queued', 'running', 'completed'))::int as failed
       from inngest_local.run r`,
    );
    const [progress] = rows;
    if (!progress) throw new Error("A count has a row");
    return progress;
  }

  /** What runs that failed say. */
  async errors(): Promise<string[]> {
    const { rows } = await this.#query<{ error: string }>(
      "select distinct error::text as error from inngest_local.run where status in ('failed', 'cancelled') limit 5",
    );
    return rows.map(({ error }) => error);
  }

  /** Terminates up to `count` backends of the executor's processes. @returns how many it were */
  async terminate(count: number): Promise<number> {
    const { rows } = await this.#query(
      `select pg_terminate_backend(pid) from (
         select pid from pg_stat_activity where usename = 'pult_login' order by md5(pid::text || clock_timestamp()) limit $1) chosen`,
      [count],
    );
    return rows.length;
  }

  /** Puts the executor's clock ahead of the database's. */
  async moveClock(ms: number): Promise<void> {
    await this.#query("update inngest_local.setting set clock_offset = $1 * interval '1 ms'", [ms]);
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  #query<Row extends object>(text: string, values: unknown[] = []) {
    return throughOutages(() => this.#pool.query<Row>(text, values));
  }
}
