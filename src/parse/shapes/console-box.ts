import { findBareClause } from '../grammar/clause.ts';
import { named } from '../grammar/principal.ts';
import { positionsOf } from '../grammar/search.ts';
import { trimValue, valueEnd } from '../grammar/value.ts';
import type { DenseText } from '../text/dense-text.ts';
import { fields, type Part, type Shape } from './shape.ts';

/** The labels of the box, without white space: AWS's own ones, and a French translation by a user. */
const LANGUAGES = [
  {
    user: ['User:'],
    service: 'Service:',
    action: 'Action:',
    resource: ['Onresource(s):', 'Resource:'],
    context: 'Context:',
  },
  { user: ['Utilisateur:'], service: 'Service:', action: 'Action:', resource: ['Ressource:'], context: 'Contexte:' },
] as const;

/** The box is no longer than this. */
const REACH = 2_600;

/**
 * What the console shows for users to send to their administrator: `User: ARN`, `Action: A`, `On resource(s): R`,
 * `Context: no identity-based policy allows the A action`.
 */
export const consoleBox: Shape = {
  name: 'console-box',
  needles: ['User: arn:', 'User:arn:', 'Utilisateur', 'On resource(s):'],
  *find(dense) {
    for (const labels of LANGUAGES) {
      for (const user of labels.user) {
        for (const from of positionsOf(dense.text, user)) {
          const box = readBox(dense, from, from + user.length, labels);
          if (box !== undefined) yield box;
        }
      }
    }
  },
};

function readBox(dense: DenseText, from: number, at: number, labels: (typeof LANGUAGES)[number]): Part | undefined {
  const every = [labels.service, labels.action, ...labels.resource, labels.context];
  // Copied without its line breaks, a label follows the value before it at once.
  const endOf = (start: number): number => {
    const end = valueEnd(dense, start);
    const starts = every.map((label) => dense.text.slice(start, end + label.length).indexOf(label));
    return Math.min(end, ...starts.filter((index) => index > 0).map((index) => start + index));
  };
  const callerEnd = endOf(at);
  if (![labels.service, labels.action].some((label) => dense.text.startsWith(label, callerEnd))) return undefined;
  const text = dense.text.slice(from, from + REACH);
  let to = callerEnd;
  const value = (label: string): string | undefined => {
    const found = text.indexOf(label, to - from);
    if (found < 0) return undefined;
    const start = from + found + label.length;
    to = endOf(start);
    return trimValue(dense.written(start, to));
  };
  const service = dense.text.startsWith(labels.service, callerEnd) ? value(labels.service) : undefined;
  const name = value(labels.action);
  if (name === undefined) return undefined;
  const action = name.includes(':') || service === undefined ? name : `${service}:${name}`;
  const resource = labels.resource.map(value).find((stated) => stated !== undefined);
  const contextAt = text.indexOf(labels.context, to - from);
  const clause = contextAt < 0 ? undefined : findBareClause(dense, from + contextAt + labels.context.length);
  return {
    shape: 'console-box',
    place: 'message',
    from,
    to: clause?.to ?? to,
    fields: fields({ ...named(trimValue(dense.written(at, callerEnd))), action, resource, reason: clause?.reason }),
    claim: 'denied',
  };
}
