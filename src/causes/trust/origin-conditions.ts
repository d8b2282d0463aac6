import { orList, requestValue, timeWords } from '../../evidence/value-words.ts';
import { advise } from '../../grants/advise.ts';
import { leaveMissToOwner } from '../../grants/leave-to-owner.ts';
import type { BlockerCause } from '../cause.ts';
import { conditionCause } from '../runners/condition-cause.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html#cross-service-confused-deputy-prevention */
const SOURCE = /^aws:source(arn|account|orgid|orgpaths)$/;

/** Conditions on where and when the call is made, and on whose behalf: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-network-properties */
export const originConditions = [
  conditionCause({
    id: 'trust.source-ip',
    keys: /^aws:(vpcsourceip|sourceip)$/,
    whyNot: 'no condition on aws:SourceIp or aws:VpcSourceIp fails, or others fail as well',
    summary({ condition, place, wanted }) {
      const address = requestValue(condition);
      return address === undefined
        ? `${place} requires a call from ${orList(wanted)}; the address of the call is unknown`
        : `${place} requires a call from ${orList(wanted)}, but it came from ${address}`;
    },
    remedies: ({ condition, wanted }) =>
      requestValue(condition) === undefined && !condition.operator.negated
        ? [advise(`make the call from one of these networks: ${orList(wanted)}`)]
        : undefined,
  }),
  conditionCause({
    id: 'trust.source-vpc',
    keys: /^aws:sourcevpc(e|arn)?$/,
    whyNot: 'no condition on aws:SourceVpc, aws:SourceVpce or aws:SourceVpcArn fails, or others fail as well',
    summary({ condition, place, wanted }) {
      const vpc = requestValue(condition);
      return vpc === undefined
        ? `${place} requires a call through ${orList(wanted)}; whether the call took this way is unknown`
        : `${place} requires a call through ${orList(wanted)}, but it came through ${vpc}`;
    },
    remedies: ({ condition, wanted }) =>
      requestValue(condition) === undefined && !condition.operator.negated
        ? [advise(`call the regional STS endpoint through ${orList(wanted)} (AWS_STS_REGIONAL_ENDPOINTS=regional)`)]
        : undefined,
  }),
  conditionCause({
    id: 'trust.source-arn',
    keys: SOURCE,
    when: ({ denialCase }) => denialCase.facts.principal?.type === 'service',
    whyNot: 'the caller is not an AWS service, or other conditions than on the source of its call fail',
    summary({ condition, place, wanted }) {
      const { key } = condition.finding;
      const source = requestValue(condition);
      return source === undefined
        ? `${place} requires ${key} ${orList(wanted)}; for which resource the service called is unknown`
        : `${place} requires ${key} ${orList(wanted)}, but the service called for ${source}: ${condition.difference.words}`;
    },
    remedies: ({ condition, wanted }) =>
      requestValue(condition) === undefined
        ? [
            advise(
              `compare ${condition.finding.key} in the trust policy (${orList(wanted)}) with the resource that uses the role`,
              'role-owner',
            ),
          ]
        : undefined,
  }),
  conditionCause({
    id: 'trust.confused-deputy',
    keys: SOURCE,
    whyNot:
      'no condition on aws:SourceArn, aws:SourceAccount or the organization of the source fails, or others fail as well',
    summary: ({ condition, place }) =>
      `${place} requires ${condition.finding.key}, which only calls by AWS services have`,
    because: ({ condition }) => `only calls by AWS services have ${condition.finding.key}, and the caller is not one`,
    remedies: ({ condition, miss, denialCase }) => [leaveMissToOwner(miss, condition, 'trust', denialCase)],
  }),
  conditionCause({
    id: 'trust.date-window',
    keys: /^aws:(currenttime|epochtime)$/,
    whyNot: 'no condition on aws:CurrentTime or aws:EpochTime fails, or others fail as well',
    summary: ({ condition, place, wanted }) =>
      `${place} requires the time to be ${condition.operator.name} ${orList(wanted.map((value) => timeWords(value, condition.finding)))}, but the call was made at ${requestValue(condition) ?? 'an unknown time'}`,
    because: ({ condition }) => `the call was made at ${requestValue(condition) ?? 'an unknown time'}`,
  }),
] as const satisfies readonly BlockerCause[];
