import type { Change, Diagnosis, Fix } from '../../src/model/diagnosis.ts';
import type { PolicyKind, PolicyRef } from '../../src/model/policy.ts';
import type { Requirement } from '../../src/model/requirement.ts';

export type Statement = Readonly<Record<string, unknown>>;

interface OurStatement {
  readonly now: Statement;
  /** Null for a new one. */
  readonly before: Statement | null;
}

/** A document as it is shown to somebody who puts it in place, and what the rules about it depend on. */
export interface ShownDocument {
  readonly from: string;
  readonly kind: PolicyKind;
  /** Service of the resource whose policy it is; null for all others. */
  readonly service: string | null;
  /** `user`, `role`, `group` or `permission-set`, for inline policies; else null. */
  readonly holder: string | null;
  readonly document: unknown;
  /** Statements that we wrote, or changed, and how they were before: what stands beside them was there already. */
  readonly ours: readonly OurStatement[];
  /** All statements that it had before. */
  readonly stood: readonly Statement[];
  /** True for a statement that stands alone, without the document around it. */
  readonly isFragment: boolean;
}

/** All documents and statements that a diagnosis shows. */
export function shownDocuments(diagnosis: Diagnosis, from: string): readonly ShownDocument[] {
  const causes = [...diagnosis.causes, ...diagnosis.related.flatMap((related) => related.causes)];
  return [
    ...causes.flatMap(({ id, fix }) => (fix === null ? [] : ofFix(fix, `${from}: fix of ${id}`))),
    ...diagnosis.requirements.flatMap((one) => ofRequirement(one, `${from}: requirement ${one.id}`)),
  ];
}

function ofFix({ changes, documents }: Fix, from: string): readonly ShownDocument[] {
  const policies: PolicyRef[] = [];
  for (const { policy } of changes) {
    const isSeen = policies.some((other) =>
      policy.arn === null ? JSON.stringify(other) === JSON.stringify(policy) : other.arn === policy.arn,
    );
    if (!isSeen) policies.push(policy);
  }
  if (policies.length !== documents.length)
    throw new Error(`${from}: ${documents.length} documents of ${policies.length} policies`);
  return documents.map(({ document }, index) => {
    const policy = policies[index];
    if (policy === undefined) throw new Error('unreachable');
    const own = changes.filter((change) => change.policy.name === policy.name && change.policy.kind === policy.kind);
    const stood = statementsBefore(own, document);
    return { from, ...about(policy), document, ours: touched(stood, document), stood, isFragment: false };
  });
}

function about({ kind, attachedTo, name }: PolicyRef): Pick<ShownDocument, 'kind' | 'service' | 'holder'> {
  const holder = /^arn:[^:]*:iam::\d*:(user|role|group)\//.exec(attachedTo ?? '')?.[1] ?? null;
  const isSet = /AWSReservedSSO_/.test(attachedTo ?? '');
  return {
    kind,
    service: kind === 'resource' ? ((attachedTo ?? name).split(':')[2] ?? null) : null,
    holder: isSet ? 'permission-set' : holder,
  };
}

export function statementsOf(document: unknown): readonly Statement[] {
  const { Statement: statement } = document as { Statement?: unknown }; // a policy document is an object
  return [statement ?? []].flat() as Statement[]; // of statements
}

function statementsBefore(changes: readonly Change[], document: unknown): readonly Statement[] {
  const before = changes.toReversed().reduce((later, change) => undone(later, change), structuredClone(document));
  return before === null ? [] : statementsOf(before);
}

/** The statements that differ from those before. */
function touched(old: readonly Statement[], document: unknown): readonly OurStatement[] {
  return statementsOf(document).flatMap((now, index) => {
    const before = old[index] ?? null;
    return JSON.stringify(before) === JSON.stringify(now) ? [] : [{ now, before }];
  });
}

/** The document before a change. */
function undone(document: unknown, { pointer, before }: Change): unknown {
  if (pointer === '') return before;
  const path = pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = path.pop() ?? '';
  let at = document as Record<string, unknown>; // the pointer leads through objects and lists
  for (const part of path) at = at[part] as Record<string, unknown>; // as above
  if (Array.isArray(at)) at.pop();
  else if (before === null) delete at[last];
  else at[last] = before;
  return document;
}

function ofRequirement(one: Requirement, from: string): readonly ShownDocument[] {
  if (one.need !== 'allow') return [];
  const kind = one.target.kind === 'identity' ? 'managed' : one.target.kind;
  if (kind === 'entity' || kind === 'request' || kind === 'token') throw new Error(`${from}: an Allow in a ${kind}`);
  return one.ways.flatMap(({ statements }) =>
    statements.map((statement) => ({
      from,
      kind,
      service: kind === 'resource' ? (one.request.action.split(':')[0] ?? null) : null,
      holder: null,
      document: { Version: '2012-10-17', Statement: [statement] },
      ours: [{ now: statement, before: null }],
      stood: [],
      isFragment: true,
    })),
  );
}
