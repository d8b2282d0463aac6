import type { Cause, Diagnosis } from '../../model/diagnosis.ts';
import type { Who } from '../../model/gap.ts';
import type { Requirement } from '../../model/requirement.ts';
import { listedRequirements } from './requirements/shown-requirements.ts';
import { ownerWords } from './who.ts';

interface Owner {
  readonly who: Who;
  readonly account: string | null;
  readonly words: string;
}

/**
 * Who else has to change something, or has to look: of the change that the report leads with, else of each document that it lists. Empty
 * where only you can do it. An administrator of an account owns its roles and resources, and is named once.
 */
export function ownersOf(diagnosis: Diagnosis): readonly string[] {
  return wordsOf(ownersIn(diagnosis), diagnosis);
}

/** Those of them whose part denytrace reads, so that a recording of theirs would show it: the policies of resources it does not read. */
export function recordersOf(diagnosis: Diagnosis): readonly string[] {
  return wordsOf(
    ownersIn(diagnosis).filter(({ who }) => who !== 'resource-owner'),
    diagnosis,
  );
}

function ownersIn(diagnosis: Diagnosis): readonly Owner[] {
  const lead = leadingFix(diagnosis.causes);
  if (lead !== undefined) return lead.fix === null ? [] : [fixOwner(lead, lead.fix, diagnosis)];
  const listed = listedRequirements(diagnosis);
  // The trust policy of a passed role is not what denied the call.
  const documents = listed.filter(
    ({ target, id }) => !/^(entity|request|token)$/.test(target.kind) && id !== 'pass-role.trust',
  );
  return (documents.length > 0 ? documents : listed).map((one) => requirementOwner(one, diagnosis));
}

/** The cause whose change the answer names: the first proven one that has a change, else the first of the others. */
export function leadingFix(causes: readonly Cause[]): Cause | undefined {
  const fixable = causes.filter(({ fix }) => fix !== null);
  return fixable.find(isProven) ?? fixable[0];
}

/** True for what AWS says, or the policies show. */
export function isProven({ rung }: Cause): boolean {
  return rung === 'aws' || rung === 'evaluated';
}

function fixOwner({ layer }: Cause, { who, account }: NonNullable<Cause['fix']>, { request }: Diagnosis): Owner {
  return {
    who,
    account,
    words: ownerWords(who, { account, layer, resource: request.resource, accounts: request.accounts }),
  };
}

function requirementOwner({ who, target, step, request }: Requirement, diagnosis: Diagnosis): Owner {
  const { accounts } = diagnosis.request;
  const { account, attachedTo, arn, name, kind } = target;
  if (who === 'account-admin' && account === null)
    return { who, account, words: 'an administrator of the caller’s account' };
  const ofRequest = step === 'rcp' ? request.resource : null;
  const named = ofRequest ?? attachedTo ?? arn ?? (kind === 'trust' && name !== 'ROLE_NAME' ? name : null);
  const layer = step === 'caller' || step === 'role' ? null : step;
  return { who, account, words: ownerWords(who, { account, resource: named, layer, accounts }) };
}

function wordsOf(all: readonly Owner[], { request: { accounts } }: Diagnosis): readonly string[] {
  const others = all.filter(({ who }) => who !== 'you' && who !== 'aws');
  const admins = new Set(others.flatMap(({ who, account }) => (who === 'account-admin' ? (account ?? []) : [])));
  const isAdmin = ({ who, account }: Owner) =>
    (who === 'role-owner' || who === 'resource-owner') && account !== null && admins.has(account);
  const words = others.map((one) =>
    isAdmin(one) ? ownerWords('account-admin', { account: one.account, resource: null, accounts }) : one.words,
  );
  return [...new Set(words)];
}
