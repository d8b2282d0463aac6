import type { Level, PolicyRef } from '../../model/policy.ts';
import type { Ask, Site } from '../ask/ask.ts';
import { decodeDocument } from '../ask/decode-document.ts';
import { type Fields, fieldsOf, listOf, readAll, textOf } from '../ask/fields.ts';

/** The two types of organization policies that take part in decisions. */
export const ORGANIZATION_LAYERS = {
  scp: { type: 'SERVICE_CONTROL_POLICY', name: 'service control policies' },
  rcp: { type: 'RESOURCE_CONTROL_POLICY', name: 'resource control policies' },
} as const;

/** A layer whose policies an organization attaches. */
export type OrganizationLayer = keyof typeof ORGANIZATION_LAYERS;

/** What is attached directly to one account, OU or root. The name is put in later: it comes by another read. */
type LevelRead = Omit<Level, 'name'>;

/** Reads each level once, however often it is asked for, so that a level can be started before its place is known. */
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
