import type { Cause, Diagnosis } from '../../../model/diagnosis.ts';
import type { Requirement } from '../../../model/requirement.ts';
import { LIMITING_STEPS } from '../../../model/step-id.ts';
import { openKeys } from '../open-keys.ts';

/**
 * What is not met, except where it was read: of that, the causes tell more. Where all that can grant the request was read, and turns on
 * condition keys, only the policies that limit it are left.
 */
export function shownRequirements(diagnosis: Diagnosis): readonly Requirement[] {
  const { requirements, conclusion, causes, verdict } = diagnosis;
  if (verdict === 'allowed' || conclusion === 'contradicted') return [];
  const wasRead = (step: string) => causes.some((cause) => cause.layer === step && restsOnPolicies(cause));
  // A missing Allow for which no change could be made, for lack of the resource, still needs its statement.
  const isHelpless = causes.every(({ fix }) => fix === null);
  const isUntold = (step: string) =>
    isHelpless && causes.some(({ layer, blocker }) => layer === step && blocker === 'missing-allow');
  const turnsOnKeys = new Set<string>(openKeys(diagnosis).map(({ step }) => step));
  const open = requirements.filter(
    ({ status, id, step, need }) =>
      status !== 'met' && !(id === step && wasRead(step) && !(need === 'allow' && isUntold(step))),
  );
  const granting = open.filter(({ need, step }) => need === 'allow' && !LIMITING_STEPS.has(step));
  if (granting.length > 0 && granting.every(({ step }) => turnsOnKeys.has(step))) {
    const limiting = open.filter(({ step }) => LIMITING_STEPS.has(step) && !turnsOnKeys.has(step));
    if (limiting.length === 0 || conclusion === 'inconclusive') return limiting;
  }
  if (conclusion === 'inconclusive')
    return open.some(({ need, id }) => need === 'allow' || id === 'resource') ? open : [];
  const named = open.filter(
    ({ id, step, usual }) => id === step && causes.some((cause) => cause.layer === step || usual.includes(cause.id)),
  );
  const isOnlySaid = ({ step }: Requirement) =>
    causes.some(({ layer, blocker }) => layer === step && blocker === 'named-by-aws');
  const isNeeded = (other: Requirement) =>
    named.some((one) => isBeside(one, other) && (!isOnlySaid(one) || isAcrossAccounts(one, other)));
  return open.filter((one) => named.includes(one) || isNeeded(one));
}

function isBeside(one: Requirement, { id }: Requirement): boolean {
  return one.need === 'allow' && one.ways.some(({ alsoNeeds }) => alsoNeeds.includes(id));
}

/**
 * Within an account, the document that AWS names is enough. Across accounts both sides have to allow it, and AWS names one policy type even if
 * several lack the Allow.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
function isAcrossAccounts({ target }: Requirement, other: Requirement): boolean {
  const accounts = [target.account, other.target.account];
  return !accounts.includes(null) && target.account !== other.target.account;
}

/** True where the cause points into a policy, or changes one that was read. */
function restsOnPolicies({ evidence, fix, blocker }: Cause): boolean {
  return (
    evidence.some(({ kind }) => kind === 'statement' || kind === 'searched') ||
    (fix !== null && fix.changes.length > 0 && blocker !== 'named-by-aws')
  );
}

/** The requirements that have an item of their own, in the order of the list. */
export function listedRequirements(diagnosis: Diagnosis): readonly Requirement[] {
  const shown = shownRequirements(diagnosis);
  return shown.filter((one) => !isGrouped(one) && !isNote(one, shown));
}

/** Policies that only limit are told together, where nothing points at one of them. */
export function isGrouped({ step, status, likely }: Requirement): boolean {
  return LIMITING_STEPS.has(step) && status === 'open' && likely === null;
}

/** Said in the notes of another requirement. */
function isNote({ id, status, likely }: Requirement, shown: readonly Requirement[]): boolean {
  if (status === 'unmet' || likely !== null) return false;
  return (
    id === 'pass-role.account' ||
    (id === 'role' && shown.some((one) => one.id === 'trust' || one.request.action === 'iam:PassRole'))
  );
}
