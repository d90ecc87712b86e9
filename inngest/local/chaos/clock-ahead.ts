// Puts this process's clock ahead by CLOCK_AHEAD_MS. Imported first, so that nobody has seen the right time.
const ahead = Number(process.env.CLOCK_AHEAD_MS ?? 0);
const RightDate = Date;

class DateAhead extends RightDate {
  constructor(...parts: unknown[]) {
    super(...((parts.length === 0 ? [RightDate.now() + ahead] : parts) as [number]));
  }
  static override now(): number {
    return RightDate.now() + ahead;
  }
}

if (ahead !== 0) globalThis.Date = DateAhead as DateConstructor;
