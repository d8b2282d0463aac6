import { absent, known, unreadable } from '../../src/model/fact.ts';
import { type Gap, refused } from '../../src/model/gap.ts';
import type { AttachedPolicy, LayerFact, Level, PolicyKind, RequestPolicies } from '../../src/model/policy.ts';
import { parsePrincipal } from '../../src/model/principal.ts';
import type { AccessRequest, ContextValue } from '../../src/model/request.ts';
import type { LayerVerdict, Verdict } from '../../src/model/verdict.ts';
import { requestContext } from '../../src/request/request-context.ts';
import { ACCOUNT, CALLERS } from './worlds.ts';

const NOT_THERE = absent('iam:GetUser', CALLERS.user.principal);

/** Nothing is attached anywhere. */
export const NO_POLICIES: RequestPolicies = {
  identity: known([]),
  boundary: NOT_THERE,
  session: NOT_THERE,
  scp: NOT_THERE,
  rcp: NOT_THERE,
  resource: NOT_THERE,
  endpoint: NOT_THERE,
};

/** Why something could not be read. */
export function gap(what: string): Gap {
  return refused({
    what,
    account: ACCOUNT,
    permission: 'iam:GetPolicyVersion',
    code: 'AccessDenied',
    who: 'account-admin',
  });
}

/** A policy of that name; `hidden` could not be read. */
export function policy(name: string, document: unknown, kind: PolicyKind = 'managed'): AttachedPolicy {
  const ref = { name, arn: null, kind, attachedTo: null };
  return { ref, document: document === 'hidden' ? unreadable(gap(name)) : known(document) };
}

/** One place where policies are attached. */
export function level(policies: readonly AttachedPolicy[], gaps: readonly Gap[] = []): Level {
  return { id: 'anna', name: 'anna', policies, gaps };
}

/** A layer with these documents. */
export function layer(...documents: readonly unknown[]): LayerFact {
  return known([level(documents.map((each, index) => policy(`policy-${index}`, each)))]);
}

/** What Anna asks for, or whoever `parts` says. */
export function asked(
  parts: Partial<AccessRequest> = {},
  keys: Readonly<Record<string, ContextValue>> = {},
): AccessRequest {
  const principal = parsePrincipal(CALLERS.user.principal);
  if (principal === undefined) throw new Error('no principal');
  const single = (value: string): ContextValue => ({ status: 'known', values: [value], multivalued: false });
  const own = { 'aws:PrincipalArn': single(CALLERS.user.principal), 'aws:username': single('anna') };
  return {
    principal,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::reports/q1.csv',
    resourceAccount: ACCOUNT,
    context: requestContext([{ ...own, ...keys }], () => ({ status: 'missing' })),
    ...parts,
  };
}

/** What a layer does not know. */
export function whats({ gaps }: LayerVerdict): readonly string[] {
  return gaps.map(({ what }) => what);
}

/** The verdict without its layers. */
export function answers({ allowed, blockers, suspects }: Verdict) {
  return { allowed, blockers, suspects };
}
