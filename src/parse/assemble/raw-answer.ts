import type { Group } from './group.ts';

/** How much of a debug log (headers, hooks, a stack trace) may be between AWS's raw answer and the error that the program raises. */
const REACH = 6_000;

/**
 * Removes each raw response body that is followed by the error the program made of it. The error has more details, except that some
 * programs leave out the request id, which is then taken from the body.
 */
export function withoutRawAnswers(groups: readonly Group[]): Group[] {
  return groups.flatMap((group, index) => {
    if (isRawAnswerOf(group, groups[index + 1])) return [];
    const before = groups[index - 1];
    return before !== undefined && isRawAnswerOf(before, group)
      ? [{ ...group, fields: { ...before.fields, ...group.fields } }]
      : [group];
  });
}

/** An encoded message may be this long, and people write some lines about how they decoded it. */
const DECODED_REACH = 24_000;

/**
 * Joins EC2's refusal, which names no caller, with the decoded message behind it: they are one denial.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html
 */
export function withDecodedMessages(groups: readonly Group[]): Group[] {
  return groups.flatMap((group, index) => {
    const before = groups[index - 1];
    if (isDecodedLater(group, groups[index + 1])) return [];
    if (before === undefined || !isDecodedLater(before, group)) return [group];
    const parts = [...before.parts, ...group.parts];
    return [{ ...group, from: before.from, parts, fields: { ...before.fields, ...group.fields } }];
  });
}

function isDecodedLater({ parts, fields, to }: Group, next: Group | undefined): boolean {
  if (next === undefined || next.from - to > DECODED_REACH || fields.caller !== undefined) return false;
  const isDecoded = next.parts.some(({ shape }) => shape === 'decoded-authorization-message');
  return isDecoded && parts.some(({ shape, claim }) => shape === 'ec2-unauthorized' && claim === 'denied');
}

function isRawAnswerOf(body: Group, error: Group | undefined): boolean {
  if (error === undefined || error.from - body.to > REACH || !isRaw(body) || isRaw(error)) return false;
  const { code, bareCode, operation, action, requestId } = error.fields;
  return (
    (operation !== undefined || action !== undefined) &&
    body.fields.code?.toLowerCase() === (code ?? bareCode)?.toLowerCase() &&
    (requestId === undefined || requestId === (body.fields.requestId ?? requestId))
  );
}

/** True for a response body on its own, without the operation that was called. */
function isRaw({ parts, fields }: Group): boolean {
  const { operation, method, caller, action, resource } = fields;
  return (
    parts.some(({ shape }) => shape === 'xml-body') &&
    parts.every(({ place }) => place !== 'record') &&
    [operation, method, caller, action, resource].every((word) => word === undefined)
  );
}
