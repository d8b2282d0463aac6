import type { UserOptions } from '../../model/question.ts';
import type { Flags } from '../command-line/flags.ts';
import { readText } from '../files.ts';
import { UsageError } from '../usage-error.ts';
import { type Asked, checkAsked } from './asked.ts';

const FIELDS = ['principal', 'action', 'resource', 'context', 'expect'];

/**
 * The requests of a file: one JSON object a line, with `principal` and `action`, and if it is wanted `resource`, `context` (values by condition
 * key) and `expect` (allowed or denied). Throws a UsageError that names the line for what is none.
 */
export function readRequests(path: string, usual: Flags['expect']): readonly Asked[] {
  const lines = readText(path).split('\n');
  const requests = lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [inLine(path, index + 1, () => requestOf(line, usual))],
  );
  if (requests.length === 0) throw new UsageError(`cannot use ${path}: it holds no request`);
  return requests;
}

function inLine<T>(path: string, line: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError(`cannot use ${path}, line ${line}: ${error.message}`);
  }
}

function requestOf(line: string, usual: Flags['expect']): Asked {
  const request = objectOf(line);
  const unknown = Object.keys(request).find((field) => !FIELDS.includes(field));
  if (unknown !== undefined) throw new UsageError(`there is no field ${unknown}; there are ${FIELDS.join(', ')}`);
  const asked: Asked = {
    principal: textOf(request, 'principal'),
    action: textOf(request, 'action'),
    resource: request['resource'] == null ? null : textOf(request, 'resource'),
    context: contextOf(request['context'] ?? {}),
    expect: expectOf(request['expect'], usual),
  };
  checkAsked(asked);
  return asked;
}

function objectOf(line: string): Readonly<Record<string, unknown>> {
  const value = parsed(line);
  if (!isObject(value)) throw new UsageError('it is not a JSON object, such as {"principal": "…", "action": "…"}');
  return value;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(request: Readonly<Record<string, unknown>>, field: string): string {
  const value = request[field];
  if (typeof value !== 'string' || value === '') throw new UsageError(`${field} has to be a text`);
  return value;
}

function expectOf(value: unknown, usual: Flags['expect']): Flags['expect'] {
  if (value === undefined) return usual;
  if (value !== 'allowed' && value !== 'denied') throw new UsageError('expect has to be allowed or denied');
  return value;
}

function contextOf(value: unknown): UserOptions['context'] {
  const entries = isObject(value) ? Object.entries(value) : [];
  if (!isObject(value) || !entries.every((entry): entry is [string, string | string[]] => isValue(entry[1])))
    throw new UsageError('context has to be an object with a text, or a list of texts, for each condition key');
  return Object.fromEntries(entries);
}

function isValue(value: unknown): value is string | readonly string[] {
  return typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'));
}
