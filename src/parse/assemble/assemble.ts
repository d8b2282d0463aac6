import { actsOnTrust } from '../../model/actions.ts';
import type { Part } from '../shapes/shape.ts';
import type { DenseText } from '../text/dense-text.ts';
import { fits } from './fits.ts';
import { beginGroup, type Group, joinGroup } from './group.ts';
import { withDecodedMessages, withoutRawAnswers } from './raw-answer.ts';

/** How far a tool's own introduction may be from AWS's answer. */
const FOREWORD = 900;

/** Groups the parts of a text: each group is one error. One pass over the parts, in the order of the text. */
export function assemble(parts: readonly Part[], dense: DenseText): Group[] {
  const groups: Group[] = [];
  let open: Group | undefined;
  for (const part of inOrder(parts)) {
    if (open === undefined) open = beginGroup(part);
    else if (fits(open, part, dense)) open = joinGroup(open, part);
    else {
      const [done, begun] = withoutEcho(open, part, dense);
      groups.push(done);
      open = begun === undefined ? beginGroup(part) : joinGroup(begun, part);
    }
  }
  if (open !== undefined) groups.push(open);
  return withDecodedMessages(withoutRawAnswers(groups)).filter(
    (group, index, all) => !isSameAnswer(group, all[index - 1], dense) && !isForeword(group, all[index + 1]),
  );
}

/** True if a log line quotes one answer under two keys: both have the same request id. */
function isSameAnswer({ from, fields }: Group, before: Group | undefined, dense: DenseText): boolean {
  if (before === undefined || fields.requestId === undefined || dense.lineAt(from) !== dense.lineAt(before.from))
    return false;
  const { requestId, caller, action, resource } = before.fields;
  return (
    fields.requestId === requestId &&
    fields.caller === caller &&
    fields.action === action &&
    fields.resource === resource
  );
}

/** True for a tool's own introduction to AWS's answer: "IAM Role (arn:…) cannot be assumed. There are a number of possible causes …" */
function isForeword({ fields, message, to }: Group, next: Group | undefined): boolean {
  if (
    message === undefined ||
    fields.caller !== undefined ||
    fields.code !== undefined ||
    fields.requestId !== undefined
  )
    return false;
  const answer = next?.message?.fields;
  if (next === undefined || answer?.caller === undefined || next.from - to > FOREWORD) return false;
  return isNameOf(message.fields.resource, answer.resource) && isSameCall(message.fields.action, answer.action);
}

/** True for the same resource, and for its name alone: CloudFormation names the role of a stack set, AWS's answer its ARN. */
function isNameOf(name: string | undefined, resource: string | undefined): boolean {
  return name === resource || (name !== undefined && resource?.endsWith(`/${name}`) === true);
}

/** True for the same action. A role "cannot be assumed" where any of the actions is denied that its trust policy decides. */
function isSameCall(action: string | undefined, answer: string | undefined): boolean {
  return action === answer || (action === 'sts:AssumeRole' && actsOnTrust(answer ?? ''));
}

/**
 * The last parts of a group looked like a repetition of its error, but the next part shows that they begin another one. Returns the
 * group without them, and a new group that begins with them; or the group as it is.
 */
function withoutEcho(group: Group, next: Part, dense: DenseText): [Group, Group | undefined] {
  const start = echoStart(group, next);
  const [first, ...rest] = group.parts.slice(0, start);
  const [echo, ...more] = group.parts.slice(start);
  if (first === undefined || echo === undefined) return [group, undefined];
  const begun = more.reduce(joinGroup, beginGroup(echo));
  if (next.claim === undefined && !fits(begun, next, dense)) return [group, undefined];
  return [rest.reduce(joinGroup, beginGroup(first)), begun];
}

/** Where the possible repetition begins: at a code after the message, or after the request id if another id follows. */
function echoStart({ parts, message, fields }: Group, next: Part): number {
  const last = parts.at(-1);
  const isCode = last?.place === 'head' && message !== undefined && last.from > message.from;
  if (next.claim !== undefined && isCode) return parts.length - 1;
  const isAnswered = next.place === 'tail' && next.fields.requestId !== undefined && fields.requestId !== undefined;
  return isAnswered ? parts.findLastIndex((part) => part.fields.requestId !== undefined) + 1 : parts.length;
}

/** Sorted by start; of two parts with the same start, the longer one first. */
function inOrder(parts: readonly Part[]): Part[] {
  return [...parts].sort((one, other) => one.from - other.from || other.to - one.to);
}
