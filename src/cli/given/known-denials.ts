import { cleanDiagnosis } from '../../diagnose/without-secrets.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { distinctKey, type Keyed } from '../../parse/distinct-key.ts';
import { FORMATS } from '../../report/formats.ts';
import { settle } from '../../report/options.ts';
import { readText } from '../files.ts';
import { UsageError } from '../usage-error.ts';

type Json = Readonly<Record<string, unknown>>;

/** The keys of the denials in a file that `--format json` or jsonl printed. Throws a UsageError for any other file. */
export function knownDenials(path: string): ReadonlySet<string> {
  const keys = keysIn(readText(path));
  if (keys === undefined)
    throw new UsageError(`cannot use ${path}: --known wants what denytrace --format json, or jsonl, printed`);
  return new Set(keys);
}

/** The diagnoses of denials that are not known yet. */
export function notKnown<T extends Diagnosis>(diagnoses: readonly T[], known: ReadonlySet<string>): readonly T[] {
  // What is printed has no secrets: it is compared with what was printed.
  const keys = keysIn(FORMATS.json(diagnoses.map(cleanDiagnosis), settle({}))) ?? [];
  return diagnoses.filter((_, index) => !known.has(keys[index] ?? ''));
}

/** Undefined for a text that was not printed by denytrace. */
function keysIn(text: string): readonly string[] | undefined {
  const documents = documentsIn(text);
  if (documents === undefined || !documents.every(({ schema }) => schema === 'denytrace/1')) return undefined;
  return documents.flatMap((document) => {
    const diagnoses: readonly unknown[] = Array.isArray(document['diagnoses']) ? document['diagnoses'] : [document];
    return diagnoses.map(keyOf);
  });
}

/** One document, or one a line. */
function documentsIn(text: string): readonly Json[] | undefined {
  const whole = objectIn(text);
  if (whole !== undefined) return [whole];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const objects = lines.flatMap((line) => {
    const object = objectIn(line);
    return object === undefined ? [] : [object];
  });
  return objects.length === lines.length ? objects : undefined;
}

function objectIn(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return asObject(value);
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : undefined;
}

function keyOf(diagnosis: unknown): string {
  const denial = asObject(asObject(diagnosis)?.['denial']) ?? {};
  const reason = asObject(denial['reason']);
  const nearby: readonly unknown[] | undefined = Array.isArray(denial['nearby']) ? denial['nearby'] : undefined;
  const keyed: Keyed = {
    kind: textIn(denial, 'kind'),
    credentialError: textIn(denial, 'credentialError'),
    action: textIn(denial, 'action'),
    operation: textIn(denial, 'operation'),
    code: textIn(denial, 'code'),
    resource: textIn(denial, 'resource'),
    reason: reason === undefined ? null : reasonIn(reason),
    caller: textIn(denial, 'caller'),
    callerName: textIn(denial, 'callerName'),
    ...(nearby === undefined ? {} : { nearby: nearby.map((one) => ({ value: textIn(asObject(one) ?? {}, 'value') })) }),
  };
  return distinctKey(keyed);
}

function reasonIn(reason: Json): Keyed['reason'] {
  return {
    layer: textIn(reason, 'layer'),
    effect: textIn(reason, 'effect'),
    policyArn: textIn(reason, 'policyArn'),
  };
}

function textIn(object: Json, key: string): string | null {
  const value = object[key];
  return typeof value === 'string' ? value : null;
}
