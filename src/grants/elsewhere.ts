import { namedCaller } from '../evidence/named-caller.ts';
import { layerFact, policiesOf } from '../evidence/policy-lookup.ts';
import { policyWords } from '../evidence/words.ts';
import { isPassRole } from '../model/actions.ts';
import { isPermissionSet, isServiceLinkedRole } from '../model/aws-names.ts';
import type { Blocker } from '../model/blocker.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { PolicyRef } from '../model/policy.ts';
import type { Remedy } from '../model/remedy.ts';
import type { PolicyStatement } from '../model/requirement.ts';
import { addPolicy, freeName, listsInlinePolicies } from './allow-remedies.ts';
import { ownerOf } from './owners.ts';
import { smallestStatement } from './smallest-statement.ts';

/**
 * Other documents for an Allow whose document has no room for it, the nearest first: an inline policy of the caller, a managed policy, another
 * control policy of the level. Empty where the layer has one document only, or where the remedies add no Allow.
 */
export function elsewhere(
  { layer, level, kind }: Blocker,
  remedies: readonly Remedy[],
  denialCase: DenialCase,
): readonly Remedy[] {
  const [remedy, ...others] = remedies;
  const full = remedy === undefined || others.length > 0 ? undefined : policyOf(remedy);
  if (kind === 'explicit-deny' || remedy === undefined || full === undefined) return [];
  const statement = statementOf(remedy, denialCase);
  if (statement === undefined) return [];
  const note = `there is no room for it in ${policyWords(full)}`;
  if (layer === 'identity') return besideIdentity(full, statement, note, denialCase);
  const fact = layerFact(denialCase, layer);
  const place = layer === 'scp' && full.arn !== null && fact.status === 'known' ? fact.value[level ?? 0] : undefined;
  if (place === undefined) return [];
  const ref: PolicyRef = { name: freeName(statement, place.policies), arn: null, kind: 'scp', attachedTo: place.id };
  return [addPolicy(ref, statement, ownerOf('scp', denialCase), note)];
}

function policyOf(remedy: Remedy): PolicyRef | undefined {
  switch (remedy.kind) {
    case 'add-statement':
    case 'add-value':
      return remedy.policy;
    case 'add-policy':
      return remedy.attachTo;
    default:
      return undefined;
  }
}

/** What was to be allowed. To pass a role to any service would be more than one more role in a statement that names the service. */
function statementOf(remedy: Remedy, denialCase: DenialCase): PolicyStatement | undefined {
  switch (remedy.kind) {
    case 'add-statement':
      return remedy.statement;
    case 'add-policy': {
      const statement = remedy.document['Statement'];
      return Array.isArray(statement) && statement.length === 1 ? Object(statement[0]) : undefined;
    }
    case 'add-value':
      return isPassRole(denialCase.request?.action ?? '') ? undefined : smallestStatement('identity', denialCase);
    default:
      return undefined;
  }
}

function besideIdentity(
  full: PolicyRef,
  statement: PolicyStatement,
  note: string,
  denialCase: DenialCase,
): readonly Remedy[] {
  const { arn } = namedCaller(denialCase);
  if (arn === null || isPermissionSet(arn) || isServiceLinkedRole(arn) || full.attachedTo === null) return [];
  const taken = policiesOf(layerFact(denialCase, 'identity')).filter(({ ref }) => ref.attachedTo === arn);
  const ref = { name: freeName(statement, taken), arn: null, attachedTo: arn };
  const isInlineFull = full.kind === 'inline' && full.attachedTo === arn;
  const kinds = isInlineFull || !listsInlinePolicies(denialCase, arn) ? ['managed' as const] : INLINE_FIRST;
  const who = ownerOf('identity', denialCase);
  return kinds.map((kind) => addPolicy({ ...ref, kind }, statement, who, note));
}

const INLINE_FIRST = ['inline', 'managed'] as const;
