import { compareArns } from '../../evidence/near-miss/compare-arns.ts';
import { conditionNearMiss } from '../../evidence/near-miss/condition-near-miss.ts';
import { covers } from '../../evidence/near-miss/covers.ts';
import { type NearestText, nearestText } from '../../evidence/near-miss/difference.ts';
import { allowsOf } from '../../evidence/near-miss/find-near-misses.ts';
import type { ConditionNearMiss } from '../../evidence/near-miss/near-miss.ts';
import { documentOf, elementTexts } from '../../evidence/policy-lookup.ts';
import { onlyServiceTrusted } from '../../evidence/trusted-service.ts';
import { parseArn } from '../../model/arn.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { StatementFinding } from '../../model/verdict.ts';

interface OnInstanceProfile {
  readonly statement: StatementFinding;
  readonly value: string;
  readonly pointer: string;
}

/** The first statement that allows iam:PassRole on an instance profile, in place of the role in it. */
export function onInstanceProfile(blocker: Blocker, denialCase: DenialCase): OnInstanceProfile | undefined {
  for (const statement of allowsOf(blocker, denialCase)) {
    const { action, resource, condition } = statement.elements;
    if (action !== 'yes' || resource === 'yes' || condition === 'no') continue;
    for (const { value, pointer } of elementTexts(documentOf(denialCase, statement), statement, 'Resource')) {
      if (parseArn(value)?.resource.startsWith('instance-profile/') === true) return { statement, value, pointer };
    }
  }
  return undefined;
}

interface OnBoth {
  readonly statement: StatementFinding;
  readonly role: NearestText;
  readonly service: ConditionNearMiss;
  /** The service that likely gets the role, where the request does not show it: the only one that the role trusts. */
  readonly trusted: string | undefined;
}

/**
 * A statement that is about another role, and lets it be passed to another service only: the one whose role comes nearest. Where the request
 * does not show the service, it is the one that the role trusts.
 */
export function onBoth(blocker: Blocker, denialCase: DenialCase): OnBoth | undefined {
  const { request } = denialCase;
  if (request === null || request.resource === null) return undefined;
  const { resource: asked, context } = request;
  const found = allowsOf(blocker, denialCase).flatMap((statement): readonly OnBoth[] => {
    const { action, resource, condition } = statement.elements;
    if (action !== 'yes' || resource !== 'no' || condition === 'yes') return [];
    const failing = statement.conditions.filter(({ match }) => match !== 'yes');
    const [service, ...others] = failing;
    if (service === undefined || others.length > 0 || service.key.toLowerCase() !== 'iam:passedtoservice') return [];
    const document = documentOf(denialCase, statement);
    const role = nearestText(elementTexts(document, statement, 'Resource'), asked, compareArns);
    if (role === undefined) return [];
    const miss = conditionNearMiss(document, service, context);
    if (service.match === 'no') return [{ statement, role, service: miss, trusted: undefined }];
    const trusted = onlyServiceTrusted(denialCase);
    const isOther = trusted !== undefined && !miss.values.some(({ value }) => covers(value, trusted));
    return isOther && service.request.status === 'unknown' ? [{ statement, role, service: miss, trusted }] : [];
  });
  return found.toSorted((one, other) => one.role.difference.distance - other.role.difference.distance)[0];
}

interface OnOtherRoles {
  readonly statement: StatementFinding;
  readonly roles: readonly string[];
}

/** A statement that allows iam:PassRole on roles of the same account, all by their whole names. */
export function onOtherRoles(blocker: Blocker, denialCase: DenialCase): OnOtherRoles | undefined {
  for (const statement of allowsOf(blocker, denialCase)) {
    const { action, resource, condition } = statement.elements;
    if (action !== 'yes' || resource !== 'no' || condition === 'no') continue;
    const roles = elementTexts(documentOf(denialCase, statement), statement, 'Resource').map(({ value }) => value);
    const own = `:iam::${denialCase.facts.resourceAccount}:role/`;
    if (roles.length > 0 && roles.every((role) => role.includes(own) && !/[*?$]/.test(role)))
      return { statement, roles };
  }
  return undefined;
}
