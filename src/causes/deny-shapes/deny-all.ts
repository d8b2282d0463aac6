import { documentOf } from '../../evidence/policy-lookup.ts';
import { policyWords } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { commandsToRead } from '../../grants/commands-to-read.ts';
import { ownerOf } from '../../grants/owners.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Layer, PerLayer } from '../../model/layer.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import { getPointer } from '../../policy/pointer.ts';
import { readStatement } from '../../policy/read-statement.ts';
import type { BlockerCause } from '../cause.ts';
import { denyFinding, denyingStatement } from './deny-finding.ts';

/** Somebody put the caller, the account or the resource out of service: on purpose, so that no exemption is offered. */
export function denyAll<const L extends Layer>(layer: L): BlockerCause & { readonly id: `${L}.deny-all` } {
  return {
    kind: 'explicit-deny',
    id: `${layer}.deny-all`,
    explain(blocker, denialCase) {
      const statement = denyingStatement(blocker);
      if (statement === undefined || !isEverything(statement, denialCase)) return undefined;
      return denyFinding(statement, blocker, denialCase, {
        words: 'everything, without a condition: somebody put this out of service',
        remedies: [ask(layer, statement, denialCase)],
      });
    },
  };
}

function isEverything(statement: StatementFinding, denialCase: DenialCase): boolean {
  const { pointer, index } = statement;
  const read = readStatement(getPointer(documentOf(denialCase, statement), pointer), index, pointer);
  if ('what' in read || read.conditions.length > 0 || read.action?.negated !== false) return false;
  const resource = read.resource === null || (!read.resource.negated && hasStar(read.resource.entries));
  const principal = read.principal === null || (!read.principal.negated && hasStar(read.principal.entries));
  return hasStar(read.action.entries) && resource && principal;
}

function hasStar(entries: readonly { readonly value: string }[]): boolean {
  return entries.some(({ value }) => value === '*' || value === '*:*');
}

/** How it is undone; a policy of a resource or endpoint is not attached. */
const DONE: Partial<PerLayer<string>> = {
  scp: 'move the account back, or detach the policy',
  resource: 'take the statement out',
  endpoint: 'take the statement out',
};

function ask(layer: Layer, { policy }: StatementFinding, denialCase: DenialCase): Remedy {
  const why =
    layer === 'scp'
      ? `whether ${policyWords(policy)} put the account out of service`
      : `why the statement is in ${policyWords(policy)}`;
  const done = DONE[layer] ?? (policy.kind === 'inline' ? 'delete the policy' : 'detach the policy');
  return advise(
    `ask ${why}; once that is settled, ${done}`,
    ownerOf(layer, denialCase, policy),
    ...commandsToRead(policy.arn),
  );
}
