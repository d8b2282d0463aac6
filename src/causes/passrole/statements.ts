import { allowEvidence, quoted } from '../../evidence/allow-evidence.ts';
import { deniedAction } from '../../evidence/denied-action.ts';
import { covers } from '../../evidence/near-miss/covers.ts';
import { nearestMiss } from '../../evidence/near-miss/find-near-misses.ts';
import { nearMissEvidence, type StatementNearMiss } from '../../evidence/near-miss/near-miss.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { onlyServiceTrusted } from '../../evidence/trusted-service.ts';
import { orList, requestValue } from '../../evidence/value-words.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { allowRemedies } from '../../grants/allow-remedies.ts';
import { nearMissRemedies } from '../../grants/near-miss-remedies.ts';
import { isPassRole } from '../../model/actions.ts';
import { isServiceLinkedRole, SERVICE_LINKED_PATH } from '../../model/aws-names.ts';
import type { Blocker } from '../../model/blocker.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import { parsePrincipal } from '../../model/principal.ts';
import { shortName } from '../../model/short-name.ts';
import { type BlockerCause, blockerCause, type WhyNot } from '../cause.ts';
import { type ConditionCause, conditionCause } from '../runners/condition-cause.ts';
import { conditionFinding } from '../runners/condition-finding.ts';
import { onBoth, onInstanceProfile, onOtherRoles } from './found-statements.ts';

const NO_ROLE: WhyNot = 'the call passes no role';
const NO_RESOURCE: WhyNot = 'the statement that comes nearest does not fail in its resource';

/** The distance of two names that differ in two letters. */
const SLIP = 2;

/**
 * No policy of the caller allows iam:PassRole on the role: what the statements say that allow it elsewhere, or to another service.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export const passRoleStatements = [
  blockerCause({
    kind: 'missing-allow',
    id: 'passrole.service-linked-role',
    explain(blocker, denialCase) {
      if (!isPassRole(deniedAction(denialCase))) return NO_ROLE;
      const role = denialCase.request?.resource ?? '';
      const service = role.split(SERVICE_LINKED_PATH)[1]?.split('/')[0];
      if (!isServiceLinkedRole(role) || service === undefined) return 'the role is not service-linked';
      return {
        summary: `The call passes ${shortName(role)}, the service-linked role of ${service}, and no policy of the caller allows iam:PassRole on it`,
        evidence: allowEvidence(blocker, denialCase),
        remedies: allowRemedies(blocker, denialCase),
      };
    },
  }),
  /** "Some services do not support this condition key": https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_PassedToService */
  passRoleCondition({
    id: 'passrole.service-not-sent',
    keys: /^iam:passedtoservice$/,
    when: ({ condition }) => condition.finding.request.status === 'missing',
    whyNot: 'the request has iam:PassedToService, or no condition on it fails alone',
    summary: ({ place, wanted }) =>
      `${place} requires iam:PassedToService ${orList(wanted)}, a key that this call does not send`,
    remedies: ({ blocker, denialCase }) => allowRemedies(blocker, denialCase),
  }),
  passRoleCondition({
    id: 'passrole.passed-to-service',
    keys: /^iam:passedtoservice$/,
    whyNot: 'no condition on iam:PassedToService fails alone',
    summary({ place, wanted, condition, denialCase }) {
      const service = requestValue(condition);
      if (service !== undefined)
        return wanted.length > 3
          ? `${place} lets the caller pass the role to ${wanted.length} services, but not to ${service}`
          : `${place} lets the caller pass the role to ${orList(wanted)}, but it is passed to ${service}`;
      const trusted = onlyServiceTrusted(denialCase);
      if (trusted !== undefined && wanted.length > 3 && !wanted.some((value) => covers(value, trusted)))
        return `${place} lets the caller pass the role to ${wanted.length} services, but not to ${trusted}, the only one that the role trusts; which service it is passed to is unknown`;
      const hint = trusted === undefined ? '' : `, but the role trusts only ${trusted}`;
      return `${place} lets the caller pass the role to ${orList(wanted)} only; which service it is passed to is unknown${hint}`;
    },
    // Of a service that is only likely one more value is a guess; the statement of its own is as much of one, and takes nothing along.
    remedies({ condition, blocker, denialCase }) {
      const trusted = requestValue(condition) === undefined ? onlyServiceTrusted(denialCase) : undefined;
      return trusted === undefined ? undefined : allowRemedies(blocker, denialCase, trusted);
    },
  }),
  blockerCause({
    kind: 'missing-allow',
    id: 'passrole.role-and-service',
    explain(blocker, denialCase) {
      if (!isPassRole(deniedAction(denialCase))) return NO_ROLE;
      const found = onBoth(blocker, denialCase);
      if (found?.trusted === undefined && failsInOneElement(blocker, denialCase))
        return 'a statement fails in one element alone';
      if (found === undefined) return 'no statement fails both in the role and in the service it is passed to';
      const { statement, role, service, trusted } = found;
      const wanted = orList(service.values.map(({ value }) => value));
      const passed =
        trusted === undefined
          ? ` to ${requestValue(service) ?? 'another service'}`
          : `, likely to ${trusted}, the only service it trusts`;
      return {
        summary: `${placeOfStatement(denialCase, statement)} lets the caller pass ${role.text.value} to ${wanted}, but the call passes ${otherRole(role.text.value, role.requested)}${passed}`,
        evidence: [
          statementEvidence(denialCase, statement, role.text.pointer, {
            element: 'resource',
            policySays: role.text.value,
            requestHas: role.requested,
            difference: role.difference.words,
          }),
          nearMissEvidence({ ...service, statement }, denialCase),
          ...quoted(blocker, denialCase),
        ],
        remedies: allowRemedies(blocker, denialCase, trusted),
      };
    },
  }),
  passRoleCondition({
    id: 'passrole.associated-resource',
    keys: /^iam:associatedresourcearn$/,
    whyNot: 'no condition on iam:AssociatedResourceArn fails alone',
    summary({ place, wanted, condition }) {
      const resource = requestValue(condition);
      return resource === undefined
        ? `${place} lets the caller pass the role for ${orList(wanted)} only; for which resource it is passed is unknown`
        : `${place} lets the caller pass the role for ${orList(wanted)}, but it is passed for ${resource}`;
    },
  }),
  /** "This approach does not have reliable results": https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
  blockerCause({
    kind: 'missing-allow',
    id: 'passrole.role-tags',
    explain(blocker, denialCase) {
      if (!isPassRole(deniedAction(denialCase))) return NO_ROLE;
      const miss = nearestMiss(blocker, denialCase);
      const tag = miss?.conditions.find(({ finding: { key } }) => /^(aws|iam):resourcetag\//i.test(key));
      if (miss === undefined || tag === undefined) return 'no condition on a tag of the role fails';
      return conditionFinding(miss, blocker, denialCase, {
        summary: `${placeOfStatement(denialCase, miss.statement)} lets the caller pass roles by ${tag.finding.key}, which iam:PassRole does not reliably have`,
        remedies: allowRemedies(blocker, denialCase),
      });
    },
  }),
  blockerCause({
    kind: 'missing-allow',
    id: 'passrole.role-path',
    explain(blocker, denialCase) {
      if (!isPassRole(deniedAction(denialCase))) return NO_ROLE;
      const miss = resourceMiss(blocker, denialCase);
      if (miss === undefined) return NO_RESOURCE;
      const [policy, own] = [parsePrincipal(miss.policySays), parsePrincipal(miss.requestHas)];
      if (policy?.type !== 'role' || own?.type !== 'role') return 'the statement does not name a role by its ARN';
      if (policy.account !== own.account || policy.name !== own.name) return 'the statement names another role';
      if (policy.path === own.path) return 'the statement names the role with its path';
      return {
        summary: `${placeOfStatement(denialCase, miss.statement)} lets the caller pass ${miss.policySays}, but the role is ${miss.requestHas}: the path differs`,
        evidence: [nearMissEvidence(miss, denialCase), ...quoted(blocker, denialCase)],
        remedies: nearMissRemedies(miss, blocker, denialCase),
      };
    },
  }),
  blockerCause({
    kind: 'missing-allow',
    id: 'passrole.instance-profile-arn',
    explain(blocker, denialCase) {
      if (!isPassRole(deniedAction(denialCase))) return NO_ROLE;
      const found = onInstanceProfile(blocker, denialCase);
      if (found === undefined) return 'no statement allows iam:PassRole on an instance profile';
      return {
        summary: `${placeOfStatement(denialCase, found.statement)} allows iam:PassRole on the instance profile ${shortName(found.value)}, but what is passed is the role ${shortName(denialCase.request?.resource ?? null)}`,
        evidence: [
          statementEvidence(denialCase, found.statement, found.pointer, {
            element: 'resource',
            policySays: found.value,
            requestHas: denialCase.request?.resource ?? '',
            difference: 'an instance profile, not the role in it',
          }),
          ...quoted(blocker, denialCase),
        ],
        remedies: allowRemedies(blocker, denialCase),
      };
    },
  }),
  blockerCause({
    kind: 'missing-allow',
    id: 'passrole.other-role',
    explain(blocker, denialCase) {
      if (!isPassRole(deniedAction(denialCase))) return NO_ROLE;
      const miss = resourceMiss(blocker, denialCase);
      if (miss !== undefined && miss.distance <= SLIP)
        return 'a name that differs in so few letters was meant to be this role';
      const found = onOtherRoles(blocker, denialCase);
      if (found === undefined) return 'no statement allows iam:PassRole on other roles by their whole ARNs';
      return {
        summary: `${placeOfStatement(denialCase, found.statement)} lets the caller pass ${orList(found.roles.map(shortName))}, but the call also passes ${shortName(denialCase.request?.resource ?? null)}`,
        evidence: [
          miss === undefined
            ? statementEvidence(denialCase, found.statement, `${found.statement.pointer}/Resource`)
            : nearMissEvidence(miss, denialCase),
          ...quoted(blocker, denialCase),
        ],
        remedies: allowRemedies(blocker, denialCase),
      };
    },
  }),
] as const satisfies readonly BlockerCause[];

/** A condition on one key that keeps the role from being passed. Where others fail as well, the general cause names them all. */
function passRoleCondition<const Id extends string>(cause: ConditionCause<Id>): BlockerCause & { readonly id: Id } {
  const { when = () => true } = cause;
  return conditionCause({
    ...cause,
    when: (unmet) => isPassRole(deniedAction(unmet.denialCase)) && unmet.miss.conditions.length === 1 && when(unmet),
  });
}

/** The role that is passed, by its name; by its whole ARN where the one of the statement has the same name. */
function otherRole(stated: string, passed: string): string {
  return shortName(stated) === shortName(passed) ? passed : shortName(passed);
}

/** True where a statement that has iam:PassRole comes nearer than one that fails in both. */
function failsInOneElement(blocker: Blocker, denialCase: DenialCase): boolean {
  const miss = nearestMiss(blocker, denialCase);
  return miss !== undefined && miss.difference.kind !== 'needed-action';
}

/** The near miss of a missing Allow, if it is in the resource. */
function resourceMiss(blocker: Blocker, denialCase: DenialCase): StatementNearMiss | undefined {
  const miss = nearestMiss(blocker, denialCase);
  return miss?.element === 'resource' ? miss : undefined;
}
