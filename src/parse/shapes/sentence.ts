import { principalsByName } from '../../reference/services/service-names.ts';
import { actionAt } from '../grammar/action.ts';
import { actionInClause, type Clause, findClause } from '../grammar/clause.ts';
import { isPattern, named, principalBefore } from '../grammar/principal.ts';
import { resourceAt } from '../grammar/resource.ts';
import { matchAt, positionsOf } from '../grammar/search.ts';
import { valueEnd } from '../grammar/value.ts';
import { type DenseText, SPACING } from '../text/dense-text.ts';
import { messageTail } from './message-tail.ts';
import { type Claim, fields, type Part, type Shape, type StatedFields } from './shape.ts';

/** A resource with its clause is no longer than this. */
const REACH = 1_400;
/** A clause behind a mark for what was left out begins no farther away. */
const BEHIND_MARK = 200;
const ANCHOR = 'notauthorizedtoperform';
/** The end of a regular expression in source code, which quotes the sentence: `/is not authorized to perform: sns:Publish/i`. */
const REGEX_END = /(?:[a-z0-9-]{2,40}:[\w*.]{1,60}\/[dgimsuvy]{1,4}|\/[dgimsuvy]{0,4})(?=[,;)\].]|$)/y;
/** Beginnings of something else, which cannot be part of a resource or a clause. */
const NEXT = /isnotauthorized|user:arn:|whencallingthe/;
/** "on resource:", "on the specified resource", "on this resource", "on the resource associated with this ciphertext". */
const ON =
  /[.…]{0,6}["'`*,]{0,4}on(?:(the|this)(?:specified|following|given|requested)?)?resource(associatedwiththisciphertext)?(:?)/y;
/** "on role arn:…" as CodePipeline writes it, and "on arn:…" as CodeBuild does. */
const ON_TYPED =
  /on(?:(?:action|service)?role|user|group|policy|queue|topic|table|bucket|key|function|secret|repository)?:?(?=["'`]?arn:)/y;

/**
 * The sentence of IAM: `User: P is not authorized to perform: A on resource: R because no … policy allows the A action`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export const sentence: Shape = {
  name: 'sentence',
  needles: ['authorized to perform'],
  *find(dense) {
    for (const anchor of positionsOf(dense.lower, ANCHOR)) yield* readSentence(dense, anchor);
    for (const from of positionsOf(dense.lower, 'user:')) yield* readBeginning(dense, from);
  },
};

function* readSentence(dense: DenseText, anchor: number): Generator<Part> {
  const subject = subjectBefore(dense, anchor);
  if (subject === undefined) return;
  const colon = matchAt(/(?:theaction|action|operation)?:?/y, dense.lower, anchor + ANCHOR.length)?.[0] ?? '';
  const at = anchor + ANCHOR.length + colon.length;
  if (matchAt(REGEX_END, dense.text, at) !== null) return;
  const next = nextSentence(dense, at);
  const stated = actionAt(dense, at) ?? bareAction(dense, at);
  if (stated === undefined) {
    if (subject.caller === undefined && subject.callerName === undefined) return;
    // A template in source code: `User: {principal} is not authorized to perform: {action}`.
    if (subject.caller === undefined && /[{$%(]/.test(dense.text[at] ?? '')) return;
    if (/^(?:this|the|any|such)/.test(dense.lower.slice(at, at + 5)) && !dense.lower.startsWith('user:', subject.from))
      return;
    const left = leftOut(dense, at, next);
    yield part(subject.from, left?.to ?? at, { ...subject.words, ...left?.words, truncated: true });
    return;
  }
  // An action with three parts is from another cloud: `ecs:cloudServers:get`.
  if (matchAt(/:[a-z]/y, dense.text, stated.to) !== null && dense.spacingBefore(stated.to) === SPACING.none) return;
  const isCut = matchAt(/\.{2}|…/y, dense.text, stated.to) !== null && dense.spacingBefore(stated.to) === SPACING.none;
  const action = isCut ? undefined : stated.action;
  const on = onResource(dense, stated.to);
  const clause = findClauseBefore(dense, on?.to ?? stated.to, next);
  const resource = on?.value ? resourceAt(dense, on.to, clause?.from) : undefined;
  const name = unemphasized(dense, subject.from, resource?.resource);
  const end = clause?.to ?? resource?.to ?? on?.to ?? stated.to;
  const tail = messageTail(dense, end, next);
  const words = {
    ...fields({ action, resource: name, reason: clause?.reason }),
    ...tail.fields,
    ...((tail.cutOff || clause?.cutOff === true || stopsShort(dense, end)) && { truncated: true as const }),
  };
  const service = action?.toLowerCase() === 'sts:assumerole' ? serviceOf(dense, subject) : undefined;
  if (service === undefined) yield part(subject.from, tail.to, { ...subject.words, ...words });
  else yield part(subject.from, tail.to, { passedToService: service, ...words }, 'cannot-assume');
}

/** How AWS Batch says why a compute environment is INVALID. https://docs.aws.amazon.com/batch/latest/userguide/invalid_compute_environment.html */
const BATCH = 'client_error-';

/** The service that speaks of the role it was given: "CodeBuild is not authorized to perform: sts:AssumeRole on arn:…". */
function serviceOf(dense: DenseText, { from, callerName }: Subject): string | undefined {
  if (dense.lower.slice(Math.max(0, from - BATCH.length), from) === BATCH) return 'batch.amazonaws.com';
  if (callerName === undefined || dense.lower.startsWith('user:', from)) return undefined;
  return /^[A-Z]/.test(callerName) && principalsByName(callerName).length > 0 ? callerName : undefined;
}

/** `*User: … on resource: my-function*`: what closes the emphasis of the whole sentence is no part of its last value. */
function unemphasized(dense: DenseText, from: number, resource: string | null | undefined): string | null | undefined {
  const mark = dense.spacingBefore(from) === SPACING.none ? (dense.text[from - 1] ?? '') : '';
  return /[*_]/.test(mark) && resource?.endsWith(mark) ? resource.slice(0, -1) : resource;
}

/** The clause behind dots or another mark that stands where the action was: "perform: … with an explicit deny". */
function leftOut(
  dense: DenseText,
  at: number,
  next: number,
): { readonly to: number; readonly words: StatedFields } | undefined {
  if (matchAt(/["'`*]{0,3}(?:\.{2,}|…|\*{3}|<[^<>]{1,40}>|\[[^[\]]{1,40}\])/y, dense.text, at) === null)
    return undefined;
  const clause = findClauseBefore(dense, at, Math.min(next, at + BEHIND_MARK));
  if (clause === undefined) return undefined;
  return { to: clause.to, words: fields({ action: actionInClause(dense, clause), reason: clause.reason }) };
}

/** True if the sentence was cut off between its parts: after "on resource:", or inside "because no". */
function stopsShort(dense: DenseText, end: number): boolean {
  if (/(?:resource:|\.{2}|…)$/.test(dense.lower.slice(Math.max(0, end - 9), end))) return true;
  const rest = dense.lower.slice(end, dense.nextSpacing(end, SPACING.paragraph, end + 40));
  return /^(?:on|onresource|because|with(?:an)?)(?:["'`]{0,2}(?:[([]truncated|\.{2}|…).*)?$/.test(rest);
}

/** A sentence that was cut off before the action: `User: arn:… is not a (truncated...)`. */
function* readBeginning(dense: DenseText, from: number): Generator<Part> {
  const at = from + 'user:'.length;
  if (!dense.lower.startsWith('arn:', at)) return;
  const full = dense.written(at, valueEnd(dense, at)).replace(/\.{2,}$|is(?:n(?:o(?:t\w*)?)?)?$/, '');
  const end = at + full.length;
  let length = 0;
  while (length < BEGINNING.length && dense.lower[end + length] === BEGINNING[length]) {
    // What comes after an empty line begins with the same letter by chance.
    if (dense.spacingBefore(end + length) === SPACING.paragraph) break;
    length += 1;
  }
  const rest = dense.lower.slice(end + length, end + length + 10);
  const ends = rest === '' || dense.spacingBefore(end + length) === SPACING.paragraph;
  if (length === BEGINNING.length || !(ends || /^(?:\(truncated|\.\.\.|…|```|<\/)/.test(rest))) return;
  if (dense.lower.slice(end, end + 60).includes(BEGINNING)) return;
  const { caller } = named(full);
  const left = length > 0 ? undefined : leftOut(dense, end, nextSentence(dense, end));
  const words = { ...fields({ caller }), ...left?.words, truncated: true } as const;
  yield { shape: 'sentence', place: 'message', from, to: left?.to ?? end + length, fields: words };
}

const BEGINNING = `is${ANCHOR}`;

function part(from: number, to: number, words: StatedFields, claim: Claim = 'denied'): Part {
  return { shape: 'sentence', place: 'message', from, to, fields: words, claim };
}

interface Subject {
  readonly from: number;
  readonly caller?: string;
  readonly callerName?: string;
  readonly words: StatedFields;
}

/** Who was denied; undefined if the sentence is in source code, and no one was. */
function subjectBefore(dense: DenseText, anchor: number): Subject | undefined {
  const is = matchAt(/is/y, dense.lower, anchor - 2) ? anchor - 2 : anchor;
  if (is === anchor && !/user$/.test(dense.lower.slice(Math.max(0, anchor - 4), anchor)))
    return { from: anchor, words: {} };
  // An alternative or a beginning in a regular expression: `AccessDenied|is not authorized to perform`.
  if (dense.spacingBefore(is) === SPACING.none && /[|/]/.test(dense.text[is - 1] ?? '')) return undefined;
  const { from, caller, callerName } = principalBefore(dense, is);
  if (isPattern(dense.text.slice(from, is))) return undefined;
  const words = fields({ caller, callerName });
  return { from, words, ...words };
}

/** CodePipeline writes the operation instead of the action: "AssumeRole on role …". */
function bareAction(dense: DenseText, at: number): { action: string; to: number } | undefined {
  const match = matchAt(/(AssumeRole|PassRole|TagSession)(?=on)/y, dense.text, at);
  if (match === null) return undefined;
  const [, name = ''] = match;
  return { action: `${name === 'PassRole' ? 'iam' : 'sts'}:${name}`, to: at + name.length };
}

function onResource(dense: DenseText, at: number): { to: number; value: boolean } | undefined {
  const typed = matchAt(ON_TYPED, dense.lower, at);
  if (typed) return { to: at + typed[0].length, value: true };
  const masked = matchAt(/onrole:?/y, dense.lower, at);
  if (masked) return { to: at + masked[0].length, value: true };
  const on = matchAt(ON, dense.lower, at);
  if (on === null) return undefined;
  const to = at + on[0].length;
  const [, determined, ciphertext, colon] = on;
  const value =
    ciphertext === undefined && (colon === ':' || determined === undefined || dense.lower.startsWith('arn:', to));
  return { to, value: value && to < dense.text.length && dense.spacingBefore(to) !== SPACING.paragraph };
}

/** The clause of this sentence: the first one, unless something else begins before it. */
function findClauseBefore(dense: DenseText, from: number, next: number): Clause | undefined {
  return findClause(dense, from, dense.nextSpacing(from + 1, SPACING.paragraph, next));
}

function nextSentence(dense: DenseText, at: number): number {
  const end = Math.min(dense.text.length, at + REACH);
  const next = NEXT.exec(dense.lower.slice(at + 1, end));
  return next ? at + 1 + next.index : end;
}
