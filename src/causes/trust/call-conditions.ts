import type { ConditionNearMiss, StatementNearMiss } from '../../evidence/near-miss/near-miss.ts';
import { orList, requestValue } from '../../evidence/value-words.ts';
import { advise } from '../../grants/advise.ts';
import { isSendable, leaveMissToOwner } from '../../grants/leave-to-owner.ts';
import type { DenialCase } from '../../model/denial-case.ts';
import type { Remedy } from '../../model/remedy.ts';
import type { BlockerCause } from '../cause.ts';
import { conditionCause } from '../runners/condition-cause.ts';

const MFA = /^aws:multifactorauth(present|age)$/;

/** Conditions on what the call passes: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html */
export const callConditions = [
  conditionCause({
    id: 'trust.external-id',
    keys: /^sts:externalid$/,
    whyNot: 'no condition on sts:ExternalId fails, or others fail as well',
    summary({ condition, place, wanted }) {
      const value = requestValue(condition);
      if (value !== undefined) return `${place} requires the external id ${orList(wanted)}, but ${value} was sent`;
      return condition.finding.request.status === 'missing'
        ? `${place} requires the external id ${orList(wanted)}, but none was sent`
        : `${place} requires the external id ${orList(wanted)}; whether it was sent is unknown`;
    },
    because({ condition }) {
      const { status } = condition.finding.request;
      if (status === 'known') return undefined;
      return status === 'missing' ? 'no external id was sent' : 'whether it was sent is unknown';
    },
    remedies({ condition, wanted, miss, denialCase }) {
      const value = wanted.find((each) => !/[*?$]/.test(each));
      if (value === undefined || condition.operator.negated) return undefined;
      // What a service sends as the external id, nobody chooses.
      if (denialCase.request?.principal.type === 'service') return notSent(condition, miss, denialCase);
      const summary = `send the external id that the trust policy requires: ${value}`;
      return [{ kind: 'send', context: { 'sts:ExternalId': [value] }, summary, who: 'you' }];
    },
  }),
  // "The temporary credentials returned by AssumeRole do not include MFA information in the context":
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html
  conditionCause({
    id: 'trust.mfa-chaining',
    keys: MFA,
    when: ({ denialCase }) => denialCase.facts.principal?.type === 'session',
    whyNot: 'the caller is not the session of a role, or conditions on other keys than MFA fail',
    summary: ({ place }) => `${place} requires MFA, but the session of a role that assumes another role carries none`,
    because: () => 'the session of a role carries no MFA when it assumes the next role',
    remedies: () => [
      advise('assume the role directly as the user, with an MFA code, rather than through the role in between'),
    ],
  }),
  conditionCause({
    id: 'trust.mfa-age',
    keys: MFA,
    when: ({ condition }) => /age$/i.test(condition.finding.key),
    whyNot: 'no condition on aws:MultiFactorAuthAge fails, or others fail as well',
    summary({ condition, place, wanted }) {
      const age = requestValue(condition);
      const limit = `${condition.operator.name} ${wanted.join(', ')} seconds`;
      return age === undefined
        ? `${place} requires a fresh MFA code (${limit})${condition.finding.request.status === 'missing' ? ', but the call had none' : '; whether the call had one is unknown'}`
        : `${place} requires a fresh MFA code (${limit}), and it was checked ${age} seconds ago`;
    },
    remedies: ({ condition, miss, denialCase }) =>
      withMfa(condition, miss, denialCase, {
        kind: 'send',
        context: { 'aws:MultiFactorAuthPresent': ['true'], 'aws:MultiFactorAuthAge': ['1'] },
        summary: 'get a new session with a new MFA code, and make the call at once',
        who: 'you',
      }),
  }),
  conditionCause({
    id: 'trust.mfa',
    keys: MFA,
    whyNot: 'no condition on aws:MultiFactorAuthPresent fails, or others fail as well',
    summary: ({ condition, place }) =>
      condition.finding.request.status === 'unknown'
        ? `${place} requires MFA; whether the call was made with it is unknown`
        : `${place} requires MFA, but the call was made without it`,
    because: ({ condition }) =>
      condition.finding.request.status === 'missing' ? 'the call was made without MFA' : undefined,
    remedies: ({ condition, miss, denialCase }) =>
      withMfa(condition, miss, denialCase, {
        kind: 'send',
        context: {
          'aws:MultiFactorAuthPresent': ['true'],
          ...(miss.conditions.length > 1 ? { 'aws:MultiFactorAuthAge': ['1'] } : {}),
        },
        summary: 'pass the serial number of your MFA device and a code with the call (mfa_serial in the profile)',
        who: 'you',
      }),
  }),
  conditionCause({
    id: 'trust.session-name',
    keys: /^sts:rolesessionname$/,
    whyNot: 'no condition on sts:RoleSessionName fails, or others fail as well',
    summary({ condition, place, wanted }) {
      const name = requestValue(condition);
      return name === undefined
        ? `${place} requires the session name ${orList(wanted)}; which one the call gave is unknown`
        : `${place} requires the session name ${orList(wanted)}, but the call gave ${name}`;
    },
    remedies({ condition, wanted, miss, denialCase }) {
      if (!isSendable(condition.finding.key, denialCase)) return notSent(condition, miss, denialCase);
      const user = denialCase.request?.context.get('aws:username');
      const username = user?.status === 'known' ? (user.values[0] ?? '') : undefined;
      const names = wanted.map((each) =>
        username === undefined ? each : each.replace(/\$\{aws:username\}/gi, username),
      );
      const name = names.find((each) => /^[\w+=,.@-]{2,64}$/.test(each));
      if (name === undefined || condition.operator.negated) return undefined;
      const summary = `name the session ${name} (--role-session-name, role_session_name in the profile)`;
      return [{ kind: 'send', context: { 'sts:RoleSessionName': [name] }, summary, who: 'you' }];
    },
  }),
  conditionCause({
    id: 'trust.request-tag',
    keys: /^(aws:requesttag\/|aws:tagkeys$|sts:transitivetagkeys$)/,
    whyNot: 'no condition on session tags fails, or others fail as well',
    summary({ condition, place, wanted }) {
      const { key } = condition.finding;
      const passed = requestValue(condition);
      if (passed !== undefined)
        return `${place} requires session tags with ${key} ${orList(wanted)}, but the call passed ${passed}`;
      return condition.finding.request.status === 'missing'
        ? `${place} requires session tags with ${key} ${orList(wanted)}, but the call passed none`
        : `${place} requires session tags with ${key} ${orList(wanted)}; which tags the call passed is unknown`;
    },
    remedies({ condition, wanted, miss, denialCase }) {
      const value = wanted.find((each) => !/[*?$]/.test(each));
      const { key } = condition.finding;
      if (value === undefined || condition.operator.negated || !/^aws:requesttag\//i.test(key)) return undefined;
      if (!isSendable(key, denialCase)) return notSent(condition, miss, denialCase);
      const tag = key.slice('aws:RequestTag/'.length);
      return [
        { kind: 'send', context: { [key]: [value] }, summary: `pass the session tag ${tag}=${value}`, who: 'you' },
      ];
    },
  }),
  conditionCause({
    id: 'trust.source-identity',
    keys: /^(sts|aws):sourceidentity$/,
    whyNot: 'no condition on sts:SourceIdentity or aws:SourceIdentity fails, or others fail as well',
    summary({ condition, place, wanted }) {
      const passed = requestValue(condition);
      if (passed !== undefined)
        return `${place} requires the source identity ${orList(wanted)}, but the call had ${passed}`;
      return condition.finding.request.status === 'missing'
        ? `${place} requires the source identity ${orList(wanted)}, but the call had none`
        : `${place} requires the source identity ${orList(wanted)}; whether the call had one is unknown`;
    },
    remedies({ condition, wanted, miss, denialCase }) {
      const value = nameThatFits(wanted, denialCase);
      const { key } = condition.finding;
      if (value === undefined || condition.operator.negated) return undefined;
      if (!isSendable(key, denialCase)) return notSent(condition, miss, denialCase);
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_monitor.html#id_credentials_temp_control-access_monitor-perms
      const summary = `pass the source identity ${value} (--source-identity, source_identity in Terraform), which takes sts:SetSourceIdentity on the role in the trust policy and in an identity policy of the caller`;
      return [{ kind: 'send', context: { [key]: [value] }, summary, who: 'you' }];
    },
  }),
] as const satisfies readonly BlockerCause[];

/** A name that the condition lets through: one of its values, or one of its patterns filled with the name of the caller. */
function nameThatFits(wanted: readonly string[], { facts }: DenialCase): string | undefined {
  const own = facts.principal?.sessionName ?? facts.principal?.name ?? '';
  const filled = wanted.map((each) => (/^[^?]*\*[^?*]*$/.test(each) ? each.replace('*', own) : each));
  return [...wanted, ...filled].find((each) => /^[\w+=,.@-]{2,64}$/.test(each));
}

/** Services, and callers with a token or an assertion, have no MFA device: for them the owner decides. */
function withMfa(
  condition: ConditionNearMiss,
  miss: StatementNearMiss,
  denialCase: DenialCase,
  remedy: Remedy,
): readonly Remedy[] {
  const type = denialCase.facts.principal?.type ?? '';
  return ['service', 'federated', 'federated-user', 'anonymous'].includes(type)
    ? [leaveMissToOwner(miss, condition, 'trust', denialCase)]
    : [remedy];
}

/** A key that the caller cannot send: what is known of it is mended in the policy, the rest is its owner's to decide. */
function notSent(
  condition: ConditionNearMiss,
  miss: StatementNearMiss,
  denialCase: DenialCase,
): readonly Remedy[] | undefined {
  return condition.finding.request.status === 'known'
    ? undefined
    : [leaveMissToOwner(miss, condition, 'trust', denialCase)];
}
