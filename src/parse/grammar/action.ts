import { type DenseText, SPACING } from '../text/dense-text.ts';
import { matchAt } from './search.ts';

/** An action as written, odd case and `s3.putObject` included. */
export interface StatedAction {
  readonly action: string;
  readonly to: number;
}

/** What may follow an action; then a line break before it was inside the action. */
const FOLLOWS = /(?:on(?:the|this)?(?:specified)?resource|because|withan?explicit|onthe|\(service:|statuscode:)/y;

/** Reads an action that begins at `at`; undefined where none does. */
export function actionAt(dense: DenseText, at: number): StatedAction | undefined {
  const lead = matchAt(/["'`*]{0,3}\(?/y, dense.text, at)?.[0] ?? '';
  const from = at + lead.length;
  const match = /^[A-Za-z0-9-]{1,40}[:.][A-Za-z0-9_*]{1,120}/.exec(dense.text.slice(from, actionEnd(dense, from)));
  if (match === null) return undefined;
  // Emphasis is no wildcard.
  const action = lead.startsWith('**') ? match[0].replace(/\*\*$/, '') : match[0];
  if (/^https?:/.test(action) || action.startsWith('arn:')) return undefined;
  const to = from + action.length;
  // AWS's older articles: `is not authorized to perform: (sts:DecodeAuthorizationMessage) action`.
  if (!lead.endsWith('(')) return { action, to };
  return dense.text[to] === ')' ? { action, to: to + 1 } : undefined;
}

function actionEnd(dense: DenseText, from: number): number {
  let end = dense.nextSpacing(from + 1);
  // A paste may have put a blank where a line was wrapped: `iam: PassRole on resource`.
  if (dense.spacingBefore(end) === SPACING.blank && dense.text[end - 1] === ':') {
    const next = dense.nextSpacing(end + 1);
    if (/^[A-Z][A-Za-z]{2,60}$/.test(dense.text.slice(end, next)) && matchAt(FOLLOWS, dense.lower, next)) return next;
  }
  for (let pieces = 0; pieces < 4 && dense.spacingBefore(end) === SPACING.break; pieces += 1) {
    const next = dense.nextSpacing(end + 1);
    const unfinished = /[:.-]$/.test(dense.text.slice(from, end)) || !dense.text.slice(from, end).includes(':');
    const whole = /^[A-Za-z0-9:-]{1,80}$/.test(dense.text.slice(end, next));
    if (matchAt(FOLLOWS, dense.lower, end) || !(whole && (unfinished || matchAt(FOLLOWS, dense.lower, next)))) break;
    end = next;
  }
  return end;
}
