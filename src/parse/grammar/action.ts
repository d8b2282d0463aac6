import { type Reading, SPACING } from '../text/dense-text.ts';
import { matchAt } from './search.ts';

/** An action as written, odd case and `s3.putObject` included. */
export interface StatedAction {
  readonly action: string;
  readonly to: number;
}

/** What may follow an action; then a line break before it was inside the action. */
const FOLLOWS = /(?:on(?:the|this)?(?:specified)?resource|because|withan?explicit|onthe|\(service:|statuscode:)/y;

/** Reads an action that begins at `at`; undefined where none does. */
export function actionAt(reading: Reading, at: number): StatedAction | undefined {
  const lead = matchAt(/["'`*]{0,3}/y, reading.dense, at)?.[0] ?? '';
  const from = at + lead.length;
  const match = /^[A-Za-z0-9-]{1,40}[:.][A-Za-z0-9_*]{1,120}/.exec(reading.dense.slice(from, actionEnd(reading, from)));
  if (match === null) return undefined;
  // Emphasis is no wildcard.
  const action = lead.startsWith('**') ? match[0].replace(/\*\*$/, '') : match[0];
  if (/^https?:/.test(action) || action.startsWith('arn:')) return undefined;
  return { action, to: from + action.length };
}

function actionEnd(reading: Reading, from: number): number {
  let end = reading.nextSpacing(from + 1);
  // A paste may have put a blank where a line was wrapped: `iam: PassRole on resource`.
  if (reading.spacingBefore(end) === SPACING.blank && reading.dense[end - 1] === ':') {
    const next = reading.nextSpacing(end + 1);
    if (/^[A-Z][A-Za-z]{2,60}$/.test(reading.dense.slice(end, next)) && matchAt(FOLLOWS, reading.lower, next))
      return next;
  }
  for (let pieces = 0; pieces < 4 && reading.spacingBefore(end) === SPACING.break; pieces += 1) {
    const next = reading.nextSpacing(end + 1);
    const unfinished = /[:.-]$/.test(reading.dense.slice(from, end)) || !reading.dense.slice(from, end).includes(':');
    const whole = /^[A-Za-z0-9:-]{1,80}$/.test(reading.dense.slice(end, next));
    if (matchAt(FOLLOWS, reading.lower, end) || !(whole && (unfinished || matchAt(FOLLOWS, reading.lower, next))))
      break;
    end = next;
  }
  return end;
}
