import type { Claim, Part, StatedFields } from '../shapes/shape.ts';

/** The parts of one error, in the order of the text. */
export interface Group {
  readonly parts: readonly Part[];
  readonly from: number;
  readonly to: number;
  /** The end of a record that the following parts are inside of; 0 if there is none. */
  readonly recordEnd: number;
  readonly fields: StatedFields;
  readonly message: Part | undefined;
  readonly hasTail: boolean;
}

/** A group that begins with this part. */
export function beginGroup(part: Part): Group {
  return joinGroup(
    { parts: [], from: part.from, to: part.from, recordEnd: 0, fields: {}, message: undefined, hasTail: false },
    part,
  );
}

/**
 * The group with one more part. For each field the first value counts, with two exceptions: of several heads the last one before the
 * message does, since in a chain of Go errors the last operation is the denied one; and so does an operation that a message names.
 */
export function joinGroup(group: Group, part: Part): Group {
  const isFirst = group.message === undefined;
  const nearer =
    isFirst && (part.place === 'head' || (part.place === 'message' && part.fields.operation !== undefined));
  return {
    parts: [...group.parts, part],
    from: Math.min(group.from, part.from),
    to: part.place === 'record' ? Math.max(group.to, part.from) : Math.max(group.to, part.to),
    recordEnd: part.place === 'record' ? part.to : group.recordEnd,
    fields:
      nearer || isClassOf(group.fields.code, part)
        ? { ...group.fields, ...part.fields }
        : { ...part.fields, ...group.fields },
    message: part.place === 'message' ? richer(group.message, part) : group.message,
    hasTail: group.hasTail || part.place === 'tail',
  };
}

/** True if `name` is the class that Java names after the code in the tail: `AuthorizationErrorException` for `AuthorizationError`. */
export function isClassOf(name: string | undefined, { place, fields }: Part): boolean {
  return place === 'tail' && fields.code !== undefined && name === `${fields.code}Exception`;
}

function richer(one: Part | undefined, other: Part): Part {
  if (one === undefined) return other;
  return one.fields.action === undefined && other.fields.action !== undefined ? other : one;
}

/**
 * What the group claims: the claim of a message, or else of a record or a head. Wrong credentials, and refusals for other reasons, take
 * precedence over a denial; IAM's whole sentence takes precedence over the words of the service that passes it on.
 */
export function claimOf(group: Group): Claim | undefined {
  const messages = group.parts.filter((part) => part.place === 'message' && part.claim !== undefined);
  const deciding =
    messages.find(({ claim }) => claim === 'credentials' || claim === 'other') ??
    messages.find(
      ({ claim, fields }) => claim === 'denied' && fields.caller !== undefined && fields.action !== undefined,
    ) ??
    messages.find(({ claim }) => claim === 'cannot-assume') ??
    messages[0];
  return (deciding ?? group.parts.find((part) => part.claim !== undefined))?.claim;
}
