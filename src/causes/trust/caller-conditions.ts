import { orList, requestValue } from '../../evidence/value-words.ts';
import { advise } from '../../grants/advise.ts';
import type { BlockerCause } from '../cause.ts';
import { conditionCause } from '../runners/condition-cause.ts';
import { callerTagging, tagOf } from '../tables/tagging.ts';

/** Conditions on who calls: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principal-properties */
export const callerConditions = [
  // Calls by a service principal have no aws:PrincipalOrgID:
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgid
  conditionCause({
    id: 'trust.principal-org-service',
    keys: /^aws:principal(orgid|orgpaths|account)$/,
    when: ({ denialCase }) => denialCase.facts.principal?.type === 'service',
    whyNot: 'the caller is not an AWS service, or other conditions than on its account and organization fail',
    summary: ({ condition, place, denialCase }) =>
      `${place} requires ${condition.finding.key}, which the service ${denialCase.facts.principal?.name ?? ''} never has`,
    because: ({ condition }) => `an AWS service has no account: its calls never have ${condition.finding.key}`,
    remedies: ({ condition }) => [
      advise(
        `move ${condition.finding.key} to a statement of its own for accounts; for the service use aws:SourceOrgID or aws:SourceAccount`,
        'role-owner',
      ),
    ],
  }),
  conditionCause({
    id: 'trust.principal-org',
    keys: /^aws:principalorgid$/,
    whyNot: 'no condition on aws:PrincipalOrgID fails, or others fail as well',
    summary({ condition, place, wanted, denialCase }) {
      const own = requestValue(condition);
      const account = denialCase.facts.principal?.account ?? 'the caller’s account';
      if (own !== undefined)
        return `${place} requires a caller of the organization ${orList(wanted)}; ${account} is in ${own}`;
      return condition.finding.request.status === 'missing'
        ? `${place} requires a caller of the organization ${orList(wanted)}; ${account} is not in one`
        : `${place} requires a caller of the organization ${orList(wanted)}; which one ${account} is in could not be read`;
    },
    because: ({ condition, denialCase }) =>
      condition.finding.request.status === 'missing'
        ? `${denialCase.facts.principal?.account ?? 'the caller’s account'} is in no organization`
        : undefined,
  }),
  conditionCause({
    id: 'trust.principal-org-path',
    keys: /^aws:principalorgpaths$/,
    whyNot: 'no condition on aws:PrincipalOrgPaths fails, or others fail as well',
    summary({ condition, place, wanted }) {
      const own = requestValue(condition);
      return own === undefined
        ? `${place} requires a caller below ${orList(wanted)}; where the caller’s account is in the organization could not be read`
        : `${place} requires a caller below ${orList(wanted)}, but the caller’s account is in ${own}: ${condition.difference.words}`;
    },
  }),
  conditionCause({
    id: 'trust.principal-account',
    keys: /^aws:principalaccount$/,
    whyNot: 'no condition on aws:PrincipalAccount fails, or others fail as well',
    summary: ({ place, wanted, denialCase }) =>
      `${place} requires a caller of account ${orList(wanted)}, but the caller is in ${denialCase.facts.principal?.account ?? 'a different one'}`,
  }),
  conditionCause({
    id: 'trust.principal-arn-condition',
    keys: /^aws:principalarn$/,
    whyNot: 'no condition on aws:PrincipalArn fails, or others fail as well',
    summary({ condition, place, wanted }) {
      const own = requestValue(condition);
      return own === undefined
        ? `${place} requires aws:PrincipalArn ${orList(wanted)}; the path of the caller’s role could not be read`
        : `${place} requires aws:PrincipalArn ${orList(wanted)}, but the caller’s is ${own}: ${condition.difference.words}`;
    },
  }),
  conditionCause({
    id: 'trust.principal-tag',
    keys: /^aws:principaltag\//,
    whyNot: 'no condition on aws:PrincipalTag fails, or others fail as well',
    summary({ condition, place, wanted }) {
      const tag = tagOf(condition.finding.key);
      const own = requestValue(condition);
      const wants = `${place} requires the caller to be tagged ${tag}=${orList(wanted)}`;
      if (own !== undefined) return `${wants}, but the tag is ${own}`;
      return condition.finding.request.status === 'missing'
        ? `${wants}, but the caller has no such tag`
        : `${wants}; the tags of the session are unknown`;
    },
    remedies({ condition, wanted, denialCase }) {
      const value = wanted.find((each) => !/[*?$]/.test(each));
      const { callerEntity, principal } = denialCase.facts;
      if (value === undefined || condition.operator.negated || callerEntity.status !== 'known') return undefined;
      const tag = tagOf(condition.finding.key);
      const { kind, name } = callerEntity.value;
      const { who, words } = callerTagging(principal, `the ${kind} ${name}`, condition);
      const summary = words(value, condition.finding.key);
      const plain =
        who === 'account-admin' && /^[\w+=,.@-]{1,128}$/.test(name) && /^[\w+=.@:/-]{1,256}$/.test(`${tag}${value}`);
      const command = ['aws', 'iam', `tag-${kind}`, `--${kind}-name`, name, '--tags', `Key=${tag},Value=${value}`];
      const context = { [condition.finding.key]: [value] };
      return [{ kind: 'send', context, setBeforehand: true, summary, who, commands: plain ? [command] : [] }];
    },
  }),
] as const satisfies readonly BlockerCause[];
