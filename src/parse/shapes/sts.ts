import { named } from '../grammar/principal.ts';
import { arnAfter, arnBefore, valueAfter } from './found-values.ts';
import { phraseShape } from './phrases.ts';
import { said } from './shape.ts';

const ASSUME = 'sts:AssumeRole';

/** STS's own restrictions, failed MFA, and tools that say no more than that a role cannot be assumed. */
export const sts: ReturnType<typeof phraseShape> = phraseShape('sts', [
  { begins: 'rolesmaynotbeassumedbyrootaccounts', claim: 'denied', says: () => ({ action: ASSUME }) },
  {
    begins: 'cannotcall',
    rest: /([A-Z]\w{3,60}?)withsessioncredentials/y,
    claim: 'denied',
    says: ([, operation]) => said({ operation, service: 'sts' }),
  },
  { begins: 'multifactorauthenticationfailed', claim: 'denied', says: () => ({ service: 'sts' }) },
  { begins: 'cross-accountpassroleisnotallowed', claim: 'denied', says: () => ({ action: 'iam:PassRole' }) },
  {
    begins: 'isnotauthorizedtoassume',
    rest: /(?:the)?(?:IAM|iam)?[Rr]oles?:?(?=["'`]?arn:)/y,
    claim: 'denied',
    says: (_, found) => said({ ...named(arnBefore(found) ?? ''), action: ASSUME, resource: arnAfter(found) }),
  },
  {
    begins: 'couldnotbeusedtoassume',
    after: /credentials(?:for)?/,
    claim: 'denied',
    says: (_, found) => said({ action: ASSUME, resource: valueAfter(found) }),
  },
  {
    begins: 'cannotbeassumed',
    rest: /(?!by)[."]?/y,
    after: /role["'`(:]*arn:.{0,110}(?<!isinvalidor)$/,
    claim: 'denied',
    says: (_, found) => said({ action: ASSUME, resource: arnBefore(found) }),
  },
  {
    begins: 'notauthorizedtogetcredentialsofrole',
    claim: 'denied',
    says: (_, found) => said({ action: ASSUME, resource: arnAfter(found) }),
  },
]);
