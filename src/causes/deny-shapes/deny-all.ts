import type { Case } from '../../model/case.ts';
import type { Layer, PerLayer } from '../../model/layer.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { StatementFinding } from '../../model/verdict.ts';
import { getPointer } from '../../policy/pointer.ts';
import { readStatement } from '../../policy/read-statement.ts';
import type { BlockageCheck } from '../cause.ts';
import { LAYER_SUBJECTS } from '../condition-topics/topic.ts';
import { documentOf } from '../../evidence/policy-lookup.ts';
import { advise } from '../../grants/advise.ts';
import { commandsToRead } from '../../grants/commands-to-read.ts';
import { ownerOf } from '../../grants/owners.ts';
import { policyWords } from '../../evidence/words.ts';
import { denyFinding, denyingStatement } from './deny-finding.ts';

/** Somebody put the caller, the account or the resource out of service: on purpose, so that no exemption is offered. */
export function denyAll<const L extends Layer>(layer: L): BlockageCheck & { readonly id: `${L}.deny-all` } {
  return {
    on: 'blockage',
    layer,
    kind: 'explicit-deny',
    id: `${layer}.deny-all`,
    doc: {
      what: `${LAYER_SUBJECTS[layer]} denies everything, to everybody it is about and without a condition.`,
      why: 'That is how a user, role or account is put out of service: AWSDenyAll, an action of AWS Budgets, or a quarantine in the organization. Somebody did it on purpose.',
      fix: 'Ask who did it and why. Once the reason is gone, its owner detaches the policy (or moves the account back to its organizational unit). Nothing else helps.',
    },
    explain(blockage, subject) {
      const statement = denyingStatement(blockage);
      if (statement === undefined || !isEverything(statement, subject)) return undefined;
      return denyFinding(statement, blockage, subject, {
        words: 'everything, without a condition: somebody put this out of service',
        remedies: [ask(layer, statement, subject)],
      });
    },
  };
}

function isEverything(statement: StatementFinding, subject: Case): boolean {
  const { pointer, index } = statement;
  const read = readStatement(getPointer(documentOf(subject, statement), pointer), index, pointer);
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

function ask(layer: Layer, { policy }: StatementFinding, subject: Case): Remedy {
  const why =
    layer === 'scp'
      ? `whether ${policyWords(policy)} put the account out of service`
      : `why the statement is in ${policyWords(policy)}`;
  const done = DONE[layer] ?? (policy.kind === 'inline' ? 'delete the policy' : 'detach the policy');
  return advise(
    `ask ${why}; once that is settled, ${done}`,
    ownerOf(layer, subject, policy),
    ...commandsToRead(policy.arn),
  );
}
