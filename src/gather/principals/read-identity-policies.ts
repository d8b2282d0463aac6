import { nameWithoutPath } from '../../model/arn.ts';
import type { Fact } from '../../model/fact.ts';
import type { Gap } from '../../model/gap.ts';
import type { Level, PolicyRef } from '../../model/policy.ts';
import type { Ask, Site } from '../ask/ask.ts';
import { decodeDocument } from '../ask/decode-document.ts';
import { type Fields, fieldsOf, listOf, readAll, textOf } from '../ask/fields.ts';
import type { CallName } from '../calls/table.ts';
import { type ManagedPolicy, readManagedPolicy } from './read-managed-policy.ts';

/** The entities that have identity policies, and the calls that read these. */
const CARRIERS = {
  user: {
    input: (name: string) => ({ UserName: name }),
    attached: 'iam:ListAttachedUserPolicies',
    inline: 'iam:ListUserPolicies',
    document: 'iam:GetUserPolicy',
  },
  role: {
    input: (name: string) => ({ RoleName: name }),
    attached: 'iam:ListAttachedRolePolicies',
    inline: 'iam:ListRolePolicies',
    document: 'iam:GetRolePolicy',
  },
  group: {
    input: (name: string) => ({ GroupName: name }),
    attached: 'iam:ListAttachedGroupPolicies',
    inline: 'iam:ListGroupPolicies',
    document: 'iam:GetGroupPolicy',
  },
} as const satisfies Record<string, { input: unknown; attached: CallName; inline: CallName; document: CallName }>;

/** An entity that identity policies can be attached to. */
export type Carrier = keyof typeof CARRIERS;

/** A policy, before the ARN of the entity it is attached to is known. */
type CarriedPolicy = ManagedPolicy & { readonly ref: Omit<PolicyRef, 'attachedTo'> };

/** The policies of a user, role or group. `gaps`: lists that could not be read. */
export interface CarriedPolicies {
  readonly policies: readonly CarriedPolicy[];
  readonly gaps: readonly Gap[];
}

/** Reads the managed and inline policies of a user, role or group. */
export async function readCarriedPolicies(ask: Ask, site: Site, kind: Carrier, name: string): Promise<CarriedPolicies> {
  const [managed, inline] = await Promise.all([readAttached(ask, site, kind, name), readInline(ask, site, kind, name)]);
  return { policies: [...managed.policies, ...inline.policies], gaps: [...managed.gaps, ...inline.gaps] };
}

/** The level that these policies make up, once the ARN of the user, role or group is known. */
export function levelOf(carried: CarriedPolicies, arn: string, name: string): Level {
  const policies = carried.policies.map((policy) => ({ ...policy, ref: { ...policy.ref, attachedTo: arn } }));
  return { id: arn, name, policies, gaps: carried.gaps };
}

/** Reads which managed policies are attached, without their documents. */
export function attachedPolicies(
  ask: Ask,
  site: Site,
  kind: Carrier,
  name: string,
): Promise<Fact<readonly { readonly policyName: string; readonly arn: string }[]>> {
  const { attached, input } = CARRIERS[kind];
  return ask(site, {
    call: attached,
    input: input(name),
    what: `the policies attached to the ${kind} ${name}`,
    layer: 'identity',
    read: (output) => readAll(listOf(output['AttachedPolicies']), (policy) => attachedIn(fieldsOf(policy))),
  });
}

async function readAttached(ask: Ask, site: Site, kind: Carrier, name: string): Promise<CarriedPolicies> {
  const list = await attachedPolicies(ask, site, kind, name);
  return eachOf(list, async ({ policyName, arn }) => ({
    ref: { name: policyName, arn, kind: 'managed' as const },
    ...(await readManagedPolicy(ask, site, arn, 'identity', `the policy ${policyName} of the ${kind} ${name}`)),
  }));
}

function attachedIn(policy: Fields | undefined): { policyName: string; arn: string } | undefined {
  const arn = textOf(policy?.['PolicyArn']);
  const policyName = textOf(policy?.['PolicyName']) ?? (arn && nameWithoutPath(arn));
  return arn === undefined || policyName === undefined ? undefined : { policyName, arn };
}

async function readInline(ask: Ask, site: Site, kind: Carrier, name: string): Promise<CarriedPolicies> {
  const { inline, document, input } = CARRIERS[kind];
  const list = await ask(site, {
    call: inline,
    input: input(name),
    what: `the inline policies of the ${kind} ${name}`,
    layer: 'identity',
    read: (output) => readAll(listOf(output['PolicyNames']), textOf),
  });
  return eachOf(list, async (policyName) => ({
    ref: { name: policyName, arn: null, kind: 'inline' as const },
    document: await ask(site, {
      call: document,
      input: { ...input(name), PolicyName: policyName },
      what: `the policy ${policyName} of the ${kind} ${name}`,
      layer: 'identity',
      read: (output) => decodeDocument(output['PolicyDocument']),
    }),
  }));
}

async function eachOf<T>(
  list: Fact<readonly T[]>,
  read: (element: T) => Promise<CarriedPolicy>,
): Promise<CarriedPolicies> {
  switch (list.status) {
    case 'known':
      return { policies: await Promise.all(list.value.map(read)), gaps: [] };
    case 'absent':
      return { policies: [], gaps: [] };
    case 'unreadable':
      return { policies: [], gaps: [list.gap] };
  }
}
