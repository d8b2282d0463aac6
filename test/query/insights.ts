import type { CloudTrailRecord } from './cloudtrail-records.ts';

/** A value of a field; undefined where an event does not have it. */
type Value = string | undefined;
type Event = ReadonlyMap<string, Value>;
/** A row of a result, by the names of its columns. */
export type InsightsRow = Readonly<Record<string, string>>;

/**
 * Runs a query of CloudWatch Logs Insights on records, as far as AWS documents the commands and functions that ours is made of: `filter`
 * with `like`, `parse` with a regular expression, `fields` with `coalesce` and `replace`, `stats` with `count` and `latest`, `sort`.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
 */
export function runInsights(query: string, records: readonly CloudTrailRecord[]): readonly InsightsRow[] {
  const commands = query
    .replace(/^#.*\n/gm, '')
    .trim()
    .split(/\n\| /);
  const latestFirst = records.toSorted((one, other) =>
    String(one['eventTime']) < String(other['eventTime']) ? 1 : -1,
  );
  let events: readonly Event[] = latestFirst.map((record) => new Map(Object.entries(flattened(record))));
  let rows: readonly InsightsRow[] = [];
  for (const command of commands) {
    const [, name = '', rest = ''] = /^(\w+) ([\s\S]+)$/.exec(command) ?? [];
    if (name === 'filter') events = events.filter((event) => rest.split(' or ').some((test) => isLike(event, test)));
    else if (name === 'parse') events = events.map((event) => parsed(event, rest));
    else if (name === 'fields') events = events.map((event) => withFields(event, rest));
    else if (name === 'stats') rows = counted(events, rest);
    else if (command === 'sort denials desc') rows = rows.toSorted((one, other) => times(other) - times(one));
    else if (name !== 'limit') throw new Error(`no such command: ${command}`);
  }
  return rows;
}

const times = ({ denials }: InsightsRow) => Number(denials);

/** The fields that Logs Insights discovers in JSON: `userIdentity.arn`, `resources.0.ARN`. Null is no value. */
function flattened(record: object): Record<string, string> {
  const found: Record<string, string> = { '@message': JSON.stringify(record) };
  const visit = (path: string, value: unknown): void => {
    if (typeof value === 'object' && value !== null)
      for (const [key, own] of Object.entries(value)) visit(path === '' ? key : `${path}.${key}`, own);
    else if (value !== null) found[path] = String(value);
  };
  visit('', record);
  return found;
}

function expression(source: string): RegExp {
  return new RegExp(source.replace(/^\(\?i\)/, ''), source.startsWith('(?i)') ? 'i' : '');
}

function isLike(event: Event, test: string): boolean {
  const [, field = '', pattern = ''] = /^([\w.@]+) like \/(.*)\/$/.exec(test) ?? [];
  return expression(pattern).test(event.get(field) ?? '');
}

/** An event that does not match stays, without the fields. */
function parsed(event: Event, rest: string): Event {
  const [, field = '', pattern = ''] = /^([\w.@]+) \/(.*)\/$/.exec(rest) ?? [];
  const match = expression(pattern).exec(event.get(field) ?? '\n');
  return new Map([...event, ...Object.entries(match?.groups ?? {})]);
}

function withFields(event: Event, rest: string): Event {
  const named = rest.split(/(?<=\) +as +\w+), /).map((one) => /^(.+) +as +(\w+)$/.exec(one) ?? []);
  return new Map([...event, ...named.map(([, formula = '', name = '']) => [name, computed(event, formula)] as const)]);
}

function computed(event: Event, formula: string): Value {
  if (/^"[^"]*"$/.test(formula)) return formula.slice(1, -1);
  const [, name, list = ''] = /^(coalesce|replace)\((.+)\)$/.exec(formula) ?? [];
  if (name === undefined) return event.get(formula);
  const values = list.split(/, (?![^(]*\))/).map((one) => computed(event, one));
  if (name === 'coalesce') return values.find((value) => value !== undefined);
  const [text, searched, put] = values;
  return text === undefined || searched === undefined || put === undefined ? undefined : text.replaceAll(searched, put);
}

/** The events come with the latest first. */
function counted(events: readonly Event[], rest: string): readonly InsightsRow[] {
  const [, count = '', latest = '', record = '', by = ''] =
    /^count\(\*\) +as +(\w+), latest\((@?\w+)\) +as +(\w+) by (.+)$/.exec(rest) ?? [];
  const names = by.split(', ');
  const groups = new Map<string, Event[]>();
  for (const event of events) {
    const key = JSON.stringify(names.map((name) => event.get(name) ?? null));
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  return [...groups.values()].map((group) => {
    const value = (name: string) => group[0]?.get(name) ?? '';
    const keys = Object.fromEntries(names.map((name) => [name, value(name)]));
    return { ...keys, [count]: String(group.length), [record]: value(latest) };
  });
}

/** A result as the console exports it. */
export function asExportedCsv(rows: readonly InsightsRow[]): string {
  const cell = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const line = (values: readonly string[]) => values.map(cell).join(',');
  return [line(Object.keys(rows[0] ?? {})), ...rows.map((row) => line(Object.values(row)))].join('\n');
}

/** The same as the console exports it as JSON. */
export function asExportedJson(rows: readonly InsightsRow[]): string {
  return JSON.stringify(rows, null, 2);
}

/** The same as `aws logs get-query-results` prints it: nothing of a field without a value. */
export function asQueryResults(rows: readonly InsightsRow[]): string {
  const results = rows.map((row) =>
    Object.entries(row).flatMap(([field, value]) => (value === '' ? [] : [{ field, value }])),
  );
  return JSON.stringify({ results, statistics: { recordsMatched: rows.length }, status: 'Complete' }, null, 4);
}
