import type { Diagnosis } from '../model/diagnosis.ts';

/** Denials with one cause and one principal: what mends one of them mends the others alike. */
export interface Group {
  /** In the order of the input, with their places in it. */
  readonly members: readonly { readonly diagnosis: Diagnosis; readonly index: number }[];
  /** How many denials the text holds, repeats included. */
  readonly count: number;
  /** The member that is reported for all. */
  readonly first: Diagnosis;
}

/** The diagnoses by cause and principal, the groups in the order in which their first denials appear. */
export function groupsOf(diagnoses: readonly Diagnosis[]): readonly Group[] {
  const groups = new Map<string, { members: { diagnosis: Diagnosis; index: number }[]; first: Diagnosis }>();
  for (const [index, diagnosis] of diagnoses.entries()) {
    const key = keyOf(diagnosis);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { members: [{ diagnosis, index }], first: diagnosis });
    else group.members.push({ diagnosis, index });
  }
  return [...groups.values()].map((group) => ({
    ...group,
    count: group.members.reduce((sum, { diagnosis }) => sum + diagnosis.count, 0),
  }));
}

/** Without a cause, only denials of one action on one resource are alike. */
function keyOf({ causes, conclusion, request, denial }: Diagnosis): string {
  const principal =
    request.principal === null ? (denial?.caller ?? denial?.callerName ?? null) : principalKey(request.principal);
  const [first] = causes;
  const cause =
    first === undefined
      ? [request.action, request.resource, denial?.reason?.layer ?? null]
      : [first.id, placeOf(first.evidence)];
  return JSON.stringify([principal, conclusion, cause]);
}

/** The sessions of a role are one principal. */
function principalKey({ type, name, account }: NonNullable<Diagnosis['request']['principal']>): string {
  return `${type === 'session' ? 'role' : type}/${name}@${account ?? ''}`;
}

/** The policy that the cause is in, if one is. */
function placeOf([first]: Diagnosis['causes'][number]['evidence']): unknown {
  return first.kind === 'statement' ? [first.policy.arn, first.policy.name, first.policy.attachedTo] : null;
}
