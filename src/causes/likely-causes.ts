import { decide } from '../evaluate/decide.ts';
import { roleIsMissing } from '../evidence/blockers/role-is-missing.ts';
import { layerVerdict } from '../evidence/blockers/verdict-layers.ts';
import { withoutBlocker } from '../evidence/blockers/without-blocker.ts';
import { documentOf, principalsOf } from '../evidence/policy-lookup.ts';
import type { Blocker } from '../model/blocker.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { StatementFinding } from '../model/verdict.ts';
import type { FoundCause } from './cause.ts';
import { UNDONE } from './tables/undone.ts';

type Keyless = Omit<FoundCause, 'key'>;

/**
 * The causes without those likely ones that change nothing beside a certain one: a layer that no longer may block once what certainly blocks is
 * out of the way, and another caller whom the same thing would block. Without a certain cause all of them stay.
 */
export function withoutIdleCauses(causes: readonly Keyless[], denialCase: DenialCase): readonly Keyless[] {
  const certain = causes.filter(isCertain);
  if (certain.length === 0 || denialCase.denial?.kind === 'credentials') return causes;
  return causes.filter((cause) => isCertain(cause) || matters(cause, certain, denialCase));
}

function isCertain({ certainty }: Keyless): boolean {
  return certainty === 'aws' || certainty === 'evaluated';
}

function matters({ id, blocker }: Keyless, certain: readonly Keyless[], denialCase: DenialCase): boolean {
  if (blocker !== null) return mayStillBlock(blocker, certain, denialCase);
  switch (UNDONE[id]) {
    case 'caller':
      return !certain.some((other) => blocksAnyCaller(other, denialCase, 'any account'));
    case 'caller-of-account':
      return !certain.some((other) => blocksAnyCaller(other, denialCase, 'the same account'));
    case 'permission':
      return certain.every(lacksPermission);
    case 'provider':
      return !certain.some(({ layer }) => layer === 'trust');
    case undefined:
      break;
  }
  return true;
}

/** Decides the request as if everything certain were out of the way. */
function mayStillBlock({ layer }: Blocker, certain: readonly Keyless[], { request, facts }: DenialCase): boolean {
  if (request === null) return true;
  const open = certain.reduce(
    (policies, { blocker }) => (blocker === null ? policies : withoutBlocker(policies, blocker, request)),
    facts.policies,
  );
  const { blockers, suspects } = decide(request, open);
  return blockers.includes(layer) || suspects.includes(layer);
}

/** True for a cause that an Allow in the policies of the caller takes away. */
function lacksPermission({ blocker, layer }: Keyless): boolean {
  return layer === 'identity' && blocker !== null && blocker.kind !== 'explicit-deny';
}

/** True for what blocks the call for every caller: it is in no policy of the caller, and nothing in it depends on the caller. */
function blocksAnyCaller(cause: Keyless, denialCase: DenialCase, from: 'any account' | 'the same account'): boolean {
  const { blocker, layer, aspect, beyondPolicies } = cause;
  if (blocker === null) return beyondPolicies === true && aspect === 'request';
  switch (layer) {
    case 'scp':
      return (
        from === 'the same account' && blocker.kind === 'explicit-deny' && isForEverybody(blocker.statement, denialCase)
      );
    case 'trust':
    case 'resource':
    case 'rcp':
    case 'endpoint':
      if (layer === 'trust' && roleIsMissing(denialCase)) return true;
      if (blocker.kind === 'explicit-deny') return isForEverybody(blocker.statement, denialCase);
      return blocker.kind === 'missing-allow' && allowsNobody(blocker, denialCase);
    case 'identity':
    case 'boundary':
    case 'session':
    case null:
      return false;
  }
}

/** Condition keys whose values come with the caller and its credentials. */
const OF_CALLER =
  /^(aws:(principal|userid$|username$|multifactorauth|sourceidentity$|tokenissuetime$|federatedprovider$|assumedroot$|ec2instance|via|calledvia)|kms:calleraccount$|sts:|saml:)|^[a-z0-9.-]+\.[a-z]{2,}(\/[^:]*)?:/i;

function isForEverybody(statement: StatementFinding, denialCase: DenialCase): boolean {
  const names = principalsOf(documentOf(denialCase, statement), statement);
  const isNamed = statement.layer !== 'scp' && names.every(({ value }) => value !== '*');
  return !isNamed && statement.conditions.every(({ key }) => !OF_CALLER.test(key));
}

/** True where no statement has both the action and the resource, and conditions that others may meet. */
function allowsNobody({ layer }: Blocker, { verdict }: DenialCase): boolean {
  if (verdict === null) return false;
  const { statements, status } = layerVerdict(verdict, layer);
  if (status !== 'known') return false;
  return statements
    .filter(({ effect }) => effect === 'Allow')
    .every(
      ({ elements, conditions }) =>
        elements.action === 'no' ||
        elements.resource === 'no' ||
        conditions.some(({ key, match }) => match === 'no' && !OF_CALLER.test(key)),
    );
}
