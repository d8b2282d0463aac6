import { ACCOUNT_OF_CALLER, ASSUME, assume, asUser, FINE, onlyIf, SERVICE, service, UNREAD } from './assuming.ts';
import { type CauseCase, denied } from './cause-case.ts';
import { AWAY, CALLER, CALLER_ROLE, HOME, TARGET, trusting, USER } from './world.ts';

const STALE = 'AROAEXAMPLEDELETED00001';

/** Whom a trust policy names, and whom not. */
export const trustPrincipalCases: readonly CauseCase[] = [
  {
    cause: 'trust.stale-principal',
    is: assume(trusting(STALE)),
    rung: 'evaluated',
    pointer: '/Statement/Principal/AWS',
    check: 'allowed',
    isNot: assume(trusting('AROAEXAMPLECIDEPLOYER')),
    unknown: UNREAD,
  },
  {
    cause: 'trust.session-principal',
    is: assume(trusting(`arn:aws:sts::${HOME}:assumed-role/ci-deployer/build-12`)),
    rung: 'evaluated',
    pointer: '/Statement/Principal/AWS',
    check: 'allowed',
    isNot: assume(trusting(CALLER)),
    unknown: UNREAD,
  },
  {
    cause: 'trust.wildcard-principal',
    is: assume(trusting(`arn:aws:iam::${HOME}:role/ci-*`)),
    rung: 'evaluated',
    pointer: '/Statement/Principal/AWS',
    check: 'allowed',
    isNot: assume(onlyIf({ ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${HOME}:role/ci-*` } }, ACCOUNT_OF_CALLER)),
    unknown: UNREAD,
  },
  {
    cause: 'trust.other-partition',
    is: assume(trusting(`arn:aws-cn:iam::${HOME}:role/ci-deployer`)),
    rung: 'evaluated',
    pointer: '/Statement/Principal/AWS',
    check: 'allowed',
    isNot: FINE,
    unknown: UNREAD,
  },
  {
    cause: 'trust.other-account',
    is: assume(trusting('arn:aws:iam::111122224444:root')),
    rung: 'evaluated',
    pointer: '/Statement/Principal/AWS',
    check: 'allowed',
    isNot: assume(trusting(ACCOUNT_OF_CALLER)),
    unknown: UNREAD,
  },
  {
    cause: 'trust.other-account',
    name: 'a bare id in a list',
    is: assume(trusting(['222233334444', '333344445555'])),
    rung: 'evaluated',
    pointer: '/Statement/Principal/AWS/0',
    check: 'allowed',
    isNot: assume(trusting(['222233334444', HOME])),
  },
  {
    cause: 'trust.principal-path',
    is: assume(trusting(`arn:aws:iam::${HOME}:role/ci-deployer`), { parts: { callerPath: '/teams/build/' } }),
    rung: 'evaluated',
    pointer: '/Statement/Principal/AWS',
    check: 'allowed',
    isNot: assume(trusting(`arn:aws:iam::${HOME}:role/teams/build/ci-deployer`), {
      parts: { callerPath: '/teams/build/' },
    }),
    unknown: assume(trusting(`arn:aws:iam::${HOME}:role/teams/build/ci-deployer`), { parts: { unread: [HOME] } }),
  },
  {
    cause: 'trust.principal-kind',
    is: asUser(trusting(`arn:aws:iam::${HOME}:role/alice`)),
    rung: 'evaluated',
    pointer: '/Statement/Principal/AWS',
    check: 'allowed',
    isNot: asUser(trusting(USER)),
    unknown: { ...UNREAD, text: denied(USER, ASSUME, TARGET) },
  },
  {
    cause: 'trust.only-services',
    is: assume(service(SERVICE)),
    rung: 'evaluated',
    pointer: '/Statement',
    check: 'allowed',
    isNot: assume([service(SERVICE), trusting(CALLER_ROLE)]),
    unknown: UNREAD,
  },
  {
    cause: 'trust.only-federated',
    is: assume({
      Effect: 'Allow',
      Principal: { Federated: `arn:aws:iam::${AWAY}:oidc-provider/token.actions.githubusercontent.com` },
      Action: 'sts:AssumeRoleWithWebIdentity',
    }),
    rung: 'evaluated',
    pointer: '/Statement',
    check: 'allowed',
    isNot: assume(service(SERVICE)),
    unknown: UNREAD,
  },
];
