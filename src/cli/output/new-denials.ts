import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Flags } from '../command-line/flags.ts';
import { notKnown } from '../given/known-denials.ts';
import type { Host } from '../host.ts';
import { say } from './say.ts';

const MOST_NAMED = 5;

/** The denials that count for the exit code: those that are not known. Which they are is said on standard error. */
export async function newDenials(
  diagnoses: readonly Diagnosis[],
  known: ReadonlySet<string> | undefined,
  { known: path = '', quiet }: Flags,
  { stderr }: Host,
): Promise<readonly Diagnosis[]> {
  if (known === undefined) return diagnoses;
  const fresh = notKnown(diagnoses, known);
  const names = fresh
    .slice(0, MOST_NAMED)
    .map(({ request }) => [request.action, request.resource].filter(Boolean).join(' on '));
  const more = fresh.length > names.length ? [`${fresh.length - names.length} more`] : [];
  const named = fresh.length === 0 ? '' : `: ${[...names, ...more].join(', ')}`;
  const line = `${fresh.length} of ${diagnoses.length} denials ${fresh.length === 1 ? 'is' : 'are'} not in ${path}${named}`;
  if (quiet !== true) await say(stderr, line);
  return fresh;
}
