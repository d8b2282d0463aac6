import { ACCOUNT_OF_CALLER, assume, asUser, onlyIf, UNREAD } from './assuming.ts';
import type { CauseCase } from './cause-case.ts';
import { HOME, ORGANIZATION } from './world.ts';

/** Conditions of a trust policy on who the caller is. */
export const trustCallerKeyCases: readonly CauseCase[] = [
  {
    cause: 'trust.principal-org',
    is: assume(onlyIf({ StringEquals: { 'aws:PrincipalOrgID': 'o-otherorgxx' } }, ACCOUNT_OF_CALLER)),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/aws:PrincipalOrgID',
    check: 'allowed',
    isNot: assume(onlyIf({ StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION } }, ACCOUNT_OF_CALLER)),
    unknown: assume(onlyIf({ StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION } }, ACCOUNT_OF_CALLER), {
      parts: { unread: [HOME] },
    }),
  },
  {
    cause: 'trust.principal-org-path',
    is: assume(
      onlyIf({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': `${ORGANIZATION}/r-root/ou-root-prod/*` } }),
    ),
    rung: 'evaluated',
    pointer: '/Statement/Condition/ForAnyValue:StringLike/aws:PrincipalOrgPaths',
    check: 'allowed',
    isNot: assume(onlyIf({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': `${ORGANIZATION}/r-root/*` } })),
    unknown: assume(
      onlyIf({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': `${ORGANIZATION}/r-root/ou-root-prod/*` } }),
      { parts: { unread: [HOME] } },
    ),
  },
  {
    cause: 'trust.principal-account',
    is: assume(onlyIf({ StringEquals: { 'aws:PrincipalAccount': '222233334444' } }, '*')),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/aws:PrincipalAccount',
    check: 'allowed',
    isNot: assume(onlyIf({ StringEquals: { 'aws:PrincipalAccount': HOME } }, '*')),
    unknown: UNREAD,
  },
  {
    cause: 'trust.principal-arn-condition',
    is: assume(
      onlyIf({ ArnLike: { 'aws:PrincipalArn': `arn:aws:sts::${HOME}:assumed-role/ci-deployer/*` } }, ACCOUNT_OF_CALLER),
    ),
    rung: 'evaluated',
    pointer: '/Statement/Condition/ArnLike/aws:PrincipalArn',
    check: 'allowed',
    isNot: assume(onlyIf({ ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${HOME}:role/ci-*` } }, ACCOUNT_OF_CALLER)),
    unknown: assume(
      onlyIf({ ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${HOME}:role/teams/*` } }, ACCOUNT_OF_CALLER),
      {
        parts: { unread: [HOME] },
      },
    ),
  },
  {
    cause: 'trust.principal-tag',
    is: asUser(onlyIf({ StringEquals: { 'aws:PrincipalTag/team': 'platform' } }, ACCOUNT_OF_CALLER), {
      parts: { callerTags: { team: 'payments' } },
    }),
    rung: 'evaluated',
    pointer: '/Statement/Condition/StringEquals/aws:PrincipalTag~1team',
    check: 'allowed',
    isNot: asUser(onlyIf({ StringEquals: { 'aws:PrincipalTag/team': 'platform' } }, ACCOUNT_OF_CALLER), {
      parts: { callerTags: { team: 'platform' } },
    }),
    unknown: asUser(onlyIf({ StringEquals: { 'aws:PrincipalTag/team': 'platform' } }, ACCOUNT_OF_CALLER), {
      parts: { unread: [HOME] },
    }),
  },
];
