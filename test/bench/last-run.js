import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What was measured before, by the names of the rows; nothing where there was no run, or its file cannot be read. */
export function readLast(path) {
  try {
    const { time, values } = JSON.parse(readFileSync(path, 'utf8'));
    return { time, values };
  } catch {
    return { time: undefined, values: {} };
  }
}

/** Keeps what was measured now, and of what was not what is known of it. */
export function writeLast(path, last, rows) {
  const measured = rows.filter(({ ok }) => ok !== undefined).map(({ name, value }) => [name, String(value)]);
  const time = new Date().toISOString();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ time, values: { ...last.values, ...Object.fromEntries(measured) } }, null, 2));
}
