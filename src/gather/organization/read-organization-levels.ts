import type { Level, PolicyRef } from '../../model/policy.ts';
import type { Ask, Site } from '../ask/ask.ts';
import { decodeDocument } from '../ask/decode-document.ts';
import { type Fields, fieldsOf, listOf, readAll, textOf } from '../ask/fields.ts';

/** The policy types of an organization that limit requests. */
export const ORGANIZATION_LAYERS = {
  scp: { type: 'SERVICE_CONTROL_POLICY', name: 'service control policies' },
  rcp: { type: 'RESOURCE_CONTROL_POLICY', name: 'resource control policies' },
} as const;

/** A layer whose policies come from the organization. */
export type OrganizationLayer = keyof typeof ORGANIZATION_LAYERS;

/** What is attached directly to an account, an OU or the root. Its name comes from another call, and is added later. */
type LevelRead = Omit<Level, 'name'>;

/** Reads what is attached to an account, an OU or the root. Each is read once, so that it can be started early. */
export type ReadLevel = (layer: OrganizationLayer, id: string) => Promise<LevelRead>;

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListPoliciesForTarget.html */
export function levelReader(ask: Ask, site: Site): ReadLevel {
  const levels = new Map<string, Promise<LevelRead>>();
  return (layer, id) => {
    const key = `${layer} ${id}`;
    const level = levels.get(key) ?? readLevel(ask, site, layer, id);
    levels.set(key, level);
    return level;
  };
}

async function readLevel(ask: Ask, site: Site, layer: OrganizationLayer, id: string): Promise<LevelRead> {
  const { type, name } = ORGANIZATION_LAYERS[layer];
  const list = await ask(site, {
    call: 'organizations:ListPoliciesForTarget',
    input: { TargetId: id, Filter: type },
    what: `the ${name} attached to ${id}`,
    layer,
    read: (output) => readAll(listOf(output['Policies']), (policy) => summaryIn(fieldsOf(policy), layer, id)),
  });
  if (list.status !== 'known') return { id, policies: [], gaps: list.status === 'unreadable' ? [list.gap] : [] };
  const policies = list.value.map(async ({ policyId, ref }) => ({
    ref,
    document: await ask(site, {
      call: 'organizations:DescribePolicy',
      input: { PolicyId: policyId },
      what: `the policy ${ref.name} attached to ${id}`,
      layer,
      read: (output) => decodeDocument(fieldsOf(output['Policy'])?.['Content']),
    }),
  }));
  return { id, policies: await Promise.all(policies), gaps: [] };
}

function summaryIn(
  policy: Fields | undefined,
  layer: OrganizationLayer,
  attachedTo: string,
): { policyId: string; ref: PolicyRef } | undefined {
  const policyId = textOf(policy?.['Id']);
  if (policyId === undefined) return undefined;
  const name = textOf(policy?.['Name']) ?? policyId;
  return { policyId, ref: { name, arn: textOf(policy?.['Arn']) ?? null, kind: layer, attachedTo } };
}
