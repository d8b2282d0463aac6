import type { Group } from './group.ts';

/** A debug log shows headers, hooks and a stack trace between what AWS answered and what the program made of it. */
const REACH = 6_000;

/**
 * Takes away each body that came over the wire before the error that the program made of it. It says less than the error does, except
 * that not every program prints the request id.
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

function isRawAnswerOf(body: Group, error: Group | undefined): boolean {
  if (error === undefined || error.from - body.to > REACH || !isRaw(body) || isRaw(error)) return false;
  const { code, bareCode, operation, action, requestId } = error.fields;
  return (
    (operation !== undefined || action !== undefined) &&
    body.fields.code?.toLowerCase() === (code ?? bareCode)?.toLowerCase() &&
    (requestId === undefined || requestId === (body.fields.requestId ?? requestId))
  );
}

/** A body and nothing but a body, which does not tell what was called. */
function isRaw({ parts, fields }: Group): boolean {
  const { operation, method, caller, action, resource } = fields;
  return (
    parts.some(({ shape }) => shape === 'xml-body') &&
    parts.every(({ place }) => place !== 'record') &&
    [operation, method, caller, action, resource].every((word) => word === undefined)
  );
}
