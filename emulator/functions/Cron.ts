const hour = 3600 * 1000;
/** Cloud functions' timers follow Beijing time, which has no summer time. */
const beijingMs = 8 * hour;

interface Field {
  name: string;
  least: number;
  most: number;
  /** What may stand for `least`, `least + 1` and so on. */
  words?: readonly string[];
}

const fields = {
  second: { name: 'second', least: 0, most: 59 },
  minute: { name: 'minute', least: 0, most: 59 },
  hour: { name: 'hour', least: 0, most: 23 },
  day: { name: 'day', least: 1, most: 31 },
  month: { name: 'month', least: 1, most: 12, words: 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ') },
  weekday: { name: 'weekday', least: 0, most: 6, words: 'SUN MON TUE WED THU FRI SAT'.split(' ') },
  year: { name: 'year', least: 1970, most: 2099 },
} satisfies Record<string, Field>;

/**
 * A timer's 7-field expression in UTC+8: second minute hour day month weekday year, each of `*`, numbers, `a-b`, steps
 * and comma lists; months and weekdays also by name, weekday 0 is Sunday. When both day and weekday are given, either
 * is enough. Source: Tencent Cloud 583/9708, 定时触发器; its `?`, `L`, `W` and `#` are refused. Older pages of WeChat
 * count weekdays from Monday: names are safer.
 */
export class Cron {
  readonly #seconds: readonly number[];
  readonly #minutes: readonly number[];
  readonly #hours: readonly number[];
  readonly #days: ReadonlySet<number>;
  readonly #months: ReadonlySet<number>;
  readonly #weekdays: ReadonlySet<number>;
  readonly #years: readonly number[];
  readonly #eitherDay: boolean;

  /** Throws a RangeError that names the field and what is wrong with it. */
  constructor(expression: string) {
    const parts = expression.trim().split(/\s+/);
    if (parts.length !== 7) throw new RangeError(`The timer “${expression}” must have 7 fields, not ${parts.length}.`);
    const [second = '', minute = '', hours = '', day = '', month = '', weekday = '', year = ''] = parts;
    this.#seconds = readField(second, fields.second);
    this.#minutes = readField(minute, fields.minute);
    this.#hours = readField(hours, fields.hour);
    this.#days = new Set(readField(day, fields.day));
    this.#months = new Set(readField(month, fields.month));
    this.#weekdays = new Set(readField(weekday, fields.weekday));
    this.#years = readField(year, fields.year);
    this.#eitherDay = day !== '*' && weekday !== '*';
  }

  /** The first moment later than `after` (both ms since 1970), or undefined when there is none before 2100. */
  next(after: number): number | undefined {
    const from = new Date(Math.floor(after / 1000) * 1000 + 1000 + beijingMs);
    for (const year of this.#years) {
      if (year < from.getUTCFullYear()) continue;
      const firstDay = Date.UTC(year, 0, 1);
      const start = Math.max(firstDay, startOfDay(from.getTime()));
      for (let day = start; new Date(day).getUTCFullYear() === year; day += 24 * hour) {
        const moment = this.#fits(new Date(day)) ? this.#timeOfDay(Math.max(from.getTime() - day, 0)) : undefined;
        if (moment !== undefined) return day + moment - beijingMs;
      }
    }
    return undefined;
  }

  #fits(day: Date): boolean {
    if (!this.#months.has(day.getUTCMonth() + 1)) return false;
    const [byDay, byWeekday] = [this.#days.has(day.getUTCDate()), this.#weekdays.has(day.getUTCDay())];
    return this.#eitherDay ? byDay || byWeekday : byDay && byWeekday;
  }

  /** The first matching time of a day, in ms since midnight, that is not before `earliest`. */
  #timeOfDay(earliest: number): number | undefined {
    for (const hours of this.#hours) {
      if ((hours + 1) * hour <= earliest) continue;
      for (const minutes of this.#minutes) {
        for (const seconds of this.#seconds) {
          const moment = ((hours * 60 + minutes) * 60 + seconds) * 1000;
          if (moment >= earliest) return moment;
        }
      }
    }
    return undefined;
  }
}

function startOfDay(moment: number): number {
  return moment - (moment % (24 * hour));
}

/** The values a field allows, ascending. */
function readField(source: string, field: Field): number[] {
  const allowed = new Set(source.split(',').flatMap((part) => readPart(part, field)));
  return [...allowed].sort((a, b) => a - b);
}

function readPart(part: string, field: Field): number[] {
  const [, first, last, step] = /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(part) ?? [];
  if (first === undefined || (first === '*' && last !== undefined)) throw wrong(field, part);
  const from = first === '*' ? field.least : readValue(first, field, part);
  // `5/10` is every ten from five on, as `5-59/10`.
  const open = first === '*' || step !== undefined;
  const to = last === undefined ? (open ? field.most : from) : readValue(last, field, part);
  const by = step === undefined ? 1 : Number(step);
  if (to < from || by === 0) throw wrong(field, part);
  return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, index) => from + index * by);
}

function readValue(source: string, field: Field, part: string): number {
  const word = field.words?.indexOf(source.toUpperCase()) ?? -1;
  const value = word >= 0 ? field.least + word : /^\d+$/.test(source) ? Number(source) : Number.NaN;
  if (!(value >= field.least && value <= field.most)) throw wrong(field, part);
  return value;
}

function wrong(field: Field, part: string): RangeError {
  return new RangeError(`“${part}” is not a ${field.name} of a timer (${field.least}–${field.most}).`);
}
