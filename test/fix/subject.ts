import { decide } from '../../src/evaluate/decide.ts';
import type { DenialCase } from '../../src/model/denial-case.ts';
import { absent, known } from '../../src/model/fact.ts';
import type { AttachedPolicy, Level, PolicyRef, RequestPolicies } from '../../src/model/policy.ts';
import { parsePrincipal } from '../../src/model/principal.ts';
import type { ContextValue } from '../../src/model/request.ts';
import { principalOf } from '../../src/request/ask-question.ts';
import { MISSING, requestContext, singleValue } from '../../src/request/request-context.ts';
import { caseOf } from '../parts/case-of.ts';
import { denialOf } from '../parts/denial-of.ts';
import { factsOf, unreadableGap } from '../parts/facts-of.ts';

export const ACCOUNT = '111122223333';
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/ci-deployer`;
export const QUEUE = `arn:aws:sqs:eu-west-1:${ACCOUNT}:orders`;
export const ALLOW = { Effect: 'Allow', Action: '*', Resource: '*' };

/** Who asks for what, and what stands in the one policy that matters. */
export interface Given {
  readonly policy: PolicyRef;
  readonly statements: readonly unknown[];
  /** ARN of a user or role, a service host; default: the role. */
  readonly caller?: string;
  /** False: the path of the caller's role is not known. */
  readonly pathIsKnown?: boolean;
  readonly action?: string;
  readonly resource?: string;
  readonly context?: Readonly<Record<string, string>>;
}

const LAYER_OF = {
  managed: 'identity',
  inline: 'identity',
  boundary: 'boundary',
  session: 'session',
  scp: 'scp',
  rcp: 'rcp',
  trust: 'resource',
  resource: 'resource',
  endpoint: 'endpoint',
} as const satisfies Record<PolicyRef['kind'], keyof RequestPolicies>;

export function refOf(kind: PolicyRef['kind'], parts: Partial<PolicyRef> = {}): PolicyRef {
  return { name: 'Limits', arn: null, kind, attachedTo: ROLE, ...parts };
}

/** A decided case in which every other layer allows everything. */
export function subjectOf(given: Given): DenialCase {
  const principal = principalOf(given.caller ?? ROLE) ?? parsePrincipal(ROLE) ?? null;
  if (principal === null) throw new Error(`${given.caller} is no principal`);
  const arn: ContextValue =
    given.pathIsKnown === false ? { status: 'unknown', gap: unreadableGap } : singleValue(principal.arn ?? '');
  const { action = 'sqs:SendMessage', resource = QUEUE, context = {} } = given;
  const keys = {
    ...(principal.type === 'service'
      ? { 'aws:PrincipalServiceName': singleValue(principal.name), 'aws:PrincipalArn': MISSING }
      : { 'aws:PrincipalArn': arn }),
    ...Object.fromEntries(Object.entries(context).map(([key, value]) => [key, singleValue(value)])),
  };
  const request = {
    principal,
    action,
    resource,
    resourceAccount: ACCOUNT,
    context: requestContext([keys], () => MISSING),
  };
  const policies = policiesOf(given);
  return caseOf({
    denial: denialOf({}),
    facts: factsOf({ principal, principalFrom: 'text', resourceAccount: ACCOUNT, policies }),
    request,
    verdict: decide(request, policies),
  });
}

function policiesOf({ policy, statements, caller }: Given): RequestPolicies {
  const own = { ref: policy, document: known({ Version: '2012-10-17', Statement: statements }) };
  const none = absent('rule', 'there is none');
  const open = caller?.endsWith('.amazonaws.com')
    ? {
        ref: refOf('resource', { name: QUEUE, attachedTo: QUEUE }),
        document: known({ Statement: [{ ...ALLOW, Principal: '*' }] }),
      }
    : undefined;
  return {
    boundary: none,
    session: none,
    scp: none,
    rcp: none,
    endpoint: none,
    resource: open === undefined ? none : known([level(open)]),
    identity: known([level({ ref: refOf('inline', { name: 'All' }), document: known({ Statement: [ALLOW] }) })]),
    [LAYER_OF[policy.kind]]: known([level(own)]),
  };
}

function level(policy: AttachedPolicy): Level {
  const place = policy.ref.attachedTo ?? ROLE;
  return { id: place, name: place, policies: [policy], gaps: [] };
}
