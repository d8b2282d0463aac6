import { named } from '../../grammar/principal.ts';
import { arnAfter, arnBefore, valueAfter } from '../found-values.ts';
import { type PhraseShape, phraseShape } from '../phrases.ts';
import { fields } from '../shape.ts';

const ASSUME = 'sts:AssumeRole';

/** Restrictions of STS itself, failed MFA, and tools that only say that a role cannot be assumed. */
export const sts: PhraseShape = phraseShape('sts', [
  {
    begins: 'rolesmaynotbeassumedbyrootaccounts',
    needles: ['may not be assumed by root'],
    claim: 'denied',
    says: () => ({ action: ASSUME }),
  },
  {
    begins: 'cannotcall',
    needles: ['with session credentials'],
    rest: /([A-Z]\w{3,60}?)withsessioncredentials/y,
    claim: 'denied',
    says: ([, operation]) => fields({ operation, service: 'sts' }),
  },
  {
    begins: 'multifactorauthenticationfailed',
    needles: ['MultiFactorAuthentication failed'],
    claim: 'denied',
    says: () => ({ service: 'sts' }),
  },
  {
    begins: 'cross-accountpassroleisnotallowed',
    needles: ['pass role is not allowed'],
    claim: 'denied',
    says: () => ({ action: 'iam:PassRole' }),
  },
  {
    begins: 'isnotauthorizedtoassume',
    needles: ['authorized to assume'],
    rest: /(?:the)?(?:IAM|iam)?[Rr]oles?:?(?=["'`]?arn:)/y,
    claim: 'denied',
    says: (_, found) => fields({ ...named(arnBefore(found) ?? ''), action: ASSUME, resource: arnAfter(found) }),
  },
  {
    begins: 'couldnotbeusedtoassume',
    needles: ['used to assume'],
    after: /credentials(?:for)?/,
    claim: 'denied',
    says: (_, found) => fields({ action: ASSUME, resource: valueAfter(found) }),
  },
  {
    begins: 'cannotbeassumed',
    needles: ['cannot be assumed'],
    rest: /(?!by)[."]?/y,
    after: /role["'`(:]*arn:.{0,110}(?<!isinvalidor)$/,
    claim: 'denied',
    says: (_, found) => fields({ action: ASSUME, resource: arnBefore(found) }),
  },
  {
    // Amazon Redshift, of a role for COPY, UNLOAD or an external schema.
    begins: 'notauthorizedtogetcredentialsofrole',
    needles: ['authorized to get credentials'],
    claim: 'denied',
    says: (_, found) => fields({ action: ASSUME, resource: arnAfter(found), callerName: 'redshift.amazonaws.com' }),
  },
]);
