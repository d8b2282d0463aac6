import type { Claim, Part, StatedFields } from '../shapes/shape.ts';

/** The parts of one error, in the order in which they stand. */
export interface Group {
  readonly parts: readonly Part[];
  readonly from: number;
  readonly to: number;
  /** End of a record that encloses what follows. */
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
 * The group with one part more. The first word on a matter counts, except that a head nearer to the message is nearer to
 * the denied call: in a chain of Go errors the last operation failed; and a message that names an operation names the denied one.
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

/** Java's tail states the service's code, `AuthorizationError`; before the message stands a class that is named after it. */
export function isClassOf(name: string | undefined, { place, fields }: Part): boolean {
  return place === 'tail' && fields.code !== undefined && name === `${fields.code}Exception`;
}

function richer(one: Part | undefined, other: Part): Part {
  if (one === undefined) return other;
  return one.fields.action === undefined && other.fields.action !== undefined ? other : one;
}

/**
 * What the group claims: a message's claim, else a record's or a head's. Credentials and states beat a code of denial; IAM's
 * whole sentence beats the words of whoever passes it on.
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
