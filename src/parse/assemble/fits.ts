import type { Part } from '../shapes/shape.ts';
import { type DenseText, SPACING } from '../text/dense-text.ts';
import { type Group, isClassOf } from './group.ts';

/** How many characters may be between two parts of one error. */
const REACH = { head: 320, message: 320, bareMessage: 30, tail: 500, field: 700, stack: 6_000, generic: 900 };

/** A key with the quotes and brackets around it is no longer than this. */
const LONGEST_KEY = 60;

/** No error has more parts. Text that repeats one word endlessly must not become a single group. */
const MOST_PARTS = 64;

/** True if the part belongs to the same error as the group. */
export function fits(group: Group, part: Part, dense: DenseText): boolean {
  if (group.parts.length >= MOST_PARTS) return false;
  // Keys inside a tail belong to it, even if the tail comes from another service.
  if (part.place === 'field' && part.to <= group.to) return true;
  if (part.from < Math.max(group.recordEnd, group.to)) return !contradicts(group, part);
  const between = part.from - group.to;
  switch (part.place) {
    case 'record':
      return between <= REACH.head && group.message === undefined && group.recordEnd === 0 && !contradicts(group, part);
    case 'head':
      return headFits(group, part, between, dense);
    case 'message':
      return messageFits(group, part, between, dense);
    case 'tail':
      return tailFits(group, part, between);
    case 'field':
      return fieldFits(group, part, between, dense);
  }
}

function headFits(group: Group, part: Part, between: number, dense: DenseText): boolean {
  if (group.message === undefined && !group.hasTail) {
    return between <= REACH.head && codesAgree(group, part) && !beginsAnother(group, part, between, dense);
  }
  const { code, operation, requestId } = part.fields;
  const repeats = code !== undefined && same(code, group.fields.code) && requestId === undefined;
  const agrees =
    operation === undefined || group.fields.operation === undefined || same(operation, group.fields.operation);
  return repeats && agrees && echoes(group, part, dense);
}

/** A second code, or a second operation after a code, begins a second error, unless the two are side by side as in a chain of exceptions. */
function beginsAnother(group: Group, part: Part, between: number, dense: DenseText): boolean {
  if (group.fields.code === undefined) return false;
  if (part.fields.operation !== undefined && group.fields.operation !== undefined) return true;
  return part.fields.code !== undefined && between > 2 && !echoes(group, part, dense);
}

function messageFits(group: Group, part: Part, between: number, dense: DenseText): boolean {
  const { message } = group;
  if (message === undefined) {
    if (group.hasTail && dense.lineAt(part.from) !== dense.lineAt(group.to - 1)) return false;
    return between <= REACH.message && !contradicts(group, part);
  }
  if (sameMessage(message, part)) return echoes(group, part, dense);
  if (isBareAgain(message, part) && between <= REACH.message)
    return inRow(group, part, dense) || isFurtherValue(group, part, dense);
  if (between <= REACH.bareMessage && message.fields.action === undefined) return !contradicts(group, part);
  const explained =
    message.fields.caller === undefined && message.fields.resource !== undefined && between <= REACH.generic;
  return explained && message.fields.resource === part.fields.resource && message.fields.action === part.fields.action;
}

function tailFits(group: Group, part: Part, between: number): boolean {
  if (between > REACH.tail || group.parts.every(({ place }) => place === 'tail')) return false;
  // A service that passes on another service's refusal adds a code of its own. The tail right after the message is the other service's.
  const isGlued = between <= 1 && group.message?.to === group.to && group.fields.requestId === undefined;
  return isGlued || isClassOf(group.fields.code, part) || !contradicts(group, part);
}

function fieldFits(group: Group, part: Part, between: number, dense: DenseText): boolean {
  if (between < 0) return true;
  if (contradicts(group, part)) return false;
  if (between > REACH.field && !(between <= REACH.stack && stackBetween(dense, group.to, part.from))) return false;
  return !leavesObject(dense, group.to, part.from) || isBodyOf(dense, group.to, part.from);
}

/** True if the two are the headers and the body of one answer: `Response headers: {…}`, `Response body: {…}`. */
function isBodyOf(dense: DenseText, from: number, to: number): boolean {
  return dense.lower.slice(from, to).includes('responsebody');
}

/** True for the same message again, as logs print it: on the same line, as the value of another key, or in the stack trace. */
function echoes(group: Group, part: Part, dense: DenseText): boolean {
  if (part.from - group.to > REACH.stack) return false;
  // A message without any values is too common to be recognized in another row.
  const { caller, action, resource } = group.message?.fields ?? {};
  const saysEnough = caller !== undefined || action !== undefined || resource !== undefined;
  const inLine = saysEnough && dense.lineAt(part.from) === dense.lineAt(group.to - 1);
  return inLine || inRow(group, part, dense) || isFurtherValue(group, part, dense);
}

function inRow(group: Group, part: Part, dense: DenseText): boolean {
  return dense.rowAt(part.from) === dense.rowAt(group.to - 1);
}

/** True after `message: …` or `"errorMessage": "…"` in the same object, but not on the next line of a log, which begins like the one before. */
function isFurtherValue(group: Group, part: Part, dense: DenseText): boolean {
  const before = lineBefore(dense, part.from);
  return (
    before !== undefined &&
    before !== lineBefore(dense, group.from) &&
    /(?:message|error|msg|cause|description|reason|response|stack|trace|errorstack)_?["'\]]?[:=][["'\w:]{0,40}$/.test(
      before,
    ) &&
    !leavesObject(dense, group.to, part.from)
  );
}

/** The text before a position in its line, if it is no longer than a key. After `[`, `:` or `=` the line before counts as well. */
function lineBefore(dense: DenseText, at: number): string | undefined {
  let from = at;
  while (from > 0 && (dense.spacingBefore(from) < SPACING.break || /[[:=]/.test(dense.text[from - 1] ?? ''))) {
    if (at - from >= LONGEST_KEY) return undefined;
    from -= 1;
  }
  return dense.lower.slice(from, at);
}

function sameMessage(one: Part, other: Part): boolean {
  if (one.claim !== other.claim) return false;
  const { caller, action, resource } = one.fields;
  const cut = other.fields.truncated === true && other.fields.action === undefined;
  if (cut)
    return (
      other.fields.caller === undefined ||
      other.fields.caller === caller ||
      (caller ?? '').startsWith(other.fields.caller)
    );
  const isSameCall = action === other.fields.action && resource === other.fields.resource;
  return isSameCall && isSameCaller(caller, other.fields.caller);
}

/** True for a session, too, beside its role alone, which is what the result of a query is grouped by. */
function isSameCaller(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined || one === other) return one === other;
  return one.includes(':assumed-role/') && (one.startsWith(`${other}/`) || other.startsWith(`${one}/`));
}

/** True for "You are not authorized to perform this operation." after a message with details. */
function isBareAgain(message: Part, { claim, fields }: Part): boolean {
  const isBare = claim === 'denied' && Object.keys(fields).length === 0;
  return isBare && message.claim === 'denied' && message.fields.action !== undefined;
}

/** True if the part states something else than the group, and so is about another error. */
function contradicts(group: Group, part: Part): boolean {
  const { requestId } = part.fields;
  if (requestId !== undefined && group.fields.requestId !== undefined && !same(requestId, group.fields.requestId))
    return true;
  if (part.place === 'message' && group.message?.fields.action !== undefined && part.fields.action !== undefined) {
    return !sameMessage(group.message, part);
  }
  return !codesAgree(group, part);
}

function codesAgree(group: Group, part: Part): boolean {
  const { code } = part.fields;
  return (
    code === undefined || group.fields.code === undefined || part.place === 'head' || same(code, group.fields.code)
  );
}

function same(one: string, other: string | undefined): boolean {
  return other !== undefined && one.toLowerCase() === other.toLowerCase();
}

/** True if another object begins between two positions: its keys are about something else. */
function leavesObject(dense: DenseText, from: number, to: number): boolean {
  let depth = 0;
  let lowest = 0;
  for (let at = from; at < to; at += 1) {
    const character = dense.text[at];
    if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    lowest = Math.min(lowest, depth);
  }
  return lowest < 0 && depth > lowest && dense.nextSpacing(from, SPACING.break, to) < to;
}

function stackBetween(dense: DenseText, from: number, to: number): boolean {
  return /\bat(?:async)?[\w.$<>[\]]{2,80}\(|\bfrom\/|File"/.test(dense.text.slice(from, to));
}
