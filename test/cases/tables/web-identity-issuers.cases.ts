import type { CauseCase } from './cause-case.ts';
import { EKS, GITHUB, github, issued, MAIN, OTHER_EKS, provider, withoutToken, withToken } from './web-identity.ts';
import { federated, world } from './world.ts';

const POD = 'system:serviceaccount:shop:web';
const BOTH_CLUSTERS = { StringEquals: { [`${EKS}:sub`]: POD, [`${OTHER_EKS}:sub`]: POD } };

/** Conditions that no token can meet, of the issuers and audiences that the trust policy names. */
export const issuerCases: readonly CauseCase[] = [
  {
    cause: 'web-identity.swapped-claims',
    name: 'alone under the wrong key, and nothing shows the token',
    is: withoutToken(federated(provider(GITHUB), { StringEquals: { [`${GITHUB}:aud`]: MAIN } })),
    rung: 'likely',
    pointer: `/Statement/Condition/StringEquals/${GITHUB}:aud`,
    check: 'open',
    isNot: withoutToken(github(MAIN)),
    unknown: withoutToken(github(MAIN)),
  },
  {
    cause: 'web-identity.unregistered-audience',
    is: withoutToken(
      federated(provider(GITHUB), { StringEquals: { [`${GITHUB}:aud`]: 'https://github.com/octo-org' } }),
    ),
    rung: 'likely',
    pointer: `/Statement/Condition/StringEquals/${GITHUB}:aud`,
    check: 'open',
    isNot: withoutToken(github(MAIN)),
    unknown: { ...withoutToken(github(MAIN)), world: world({ trust: github(MAIN) }) },
  },
  {
    cause: 'web-identity.other-issuer',
    is: withToken(POD, { issuer: EKS, trust: federated([provider(EKS), provider(OTHER_EKS)], BOTH_CLUSTERS) }),
    rung: 'evaluated',
    pointer: `/Statement/Condition/StringEquals/${OTHER_EKS.replaceAll('/', '~1')}:sub`,
    check: 'allowed',
    isNot: withToken(MAIN, { trust: github('repo:octo-org/other:ref:refs/heads/main') }),
    unknown: withoutToken(federated([provider(EKS), provider(OTHER_EKS)], BOTH_CLUSTERS)),
  },
  {
    cause: 'web-identity.other-issuer',
    name: 'two clusters in one statement, whichever the token is of',
    is: withoutToken(federated([provider(EKS), provider(OTHER_EKS)], BOTH_CLUSTERS)),
    rung: 'likely',
    check: 'open',
    isNot: withoutToken([issued(EKS, POD), issued(OTHER_EKS, POD)]),
    unknown: withoutToken(github(MAIN)),
  },
  {
    cause: 'web-identity.other-issuer',
    name: 'the conditions of another cluster',
    is: withToken(POD, {
      issuer: EKS,
      trust: federated(provider(EKS), { StringLike: { [`${OTHER_EKS}:sub`]: 'system:serviceaccount:shop:*' } }),
    }),
    rung: 'evaluated',
    check: 'allowed',
    isNot: withToken(POD, { issuer: EKS, trust: issued(EKS, 'system:serviceaccount:shop:other') }),
    unknown: withoutToken(federated(provider(EKS), { StringEquals: { [`${OTHER_EKS}:sub`]: POD } })),
  },
  {
    cause: 'web-identity.condition-key',
    name: 'without a token',
    is: withoutToken(federated(provider(GITHUB), { StringEquals: { [`https://${GITHUB}:sub`]: MAIN } })),
    rung: 'evaluated',
    check: 'open',
    isNot: withoutToken(github(MAIN)),
  },
];
