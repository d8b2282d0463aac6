import { describe, expect, it } from 'vitest';
import { unlessWords } from '../../src/checklist/steps/layer-titles.ts';
import type { Layer } from '../../src/model/layer.ts';
import { ACCOUNT, ALLOW, QUEUE, refOf, subjectOf } from '../fix/subject.ts';

const ALICE = `arn:aws:iam::${ACCOUNT}:user/alice`;
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/ci-deployer/run`;
const EVERYONE = { ...ALLOW, Principal: '*' };
const ACCOUNT_ONLY = { ...ALLOW, Principal: { AWS: ACCOUNT } };
/** The path of the caller's role is not known. */
const IN_DOUBT = { ...EVERYONE, Condition: { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${ACCOUNT}:role/*` } } };

interface Given {
  readonly caller: string;
  /** What the queue's own policy says. */
  readonly statements?: readonly unknown[];
  readonly action?: string;
  /** False: nobody knows whose queue it is. */
  readonly ownerIsKnown?: boolean;
}

function wordsOf(layer: Layer, { caller, statements = [], action, ownerIsKnown = true }: Given): string {
  const policy = refOf('resource', { name: QUEUE, attachedTo: QUEUE });
  const denialCase = subjectOf({
    policy,
    statements,
    caller,
    pathIsKnown: false,
    ...(action === undefined ? {} : { action }),
  });
  const { request, verdict } = denialCase;
  if (request === null || verdict === null) throw new Error('nothing was decided');
  const asked = ownerIsKnown ? request : { ...request, resourceAccount: null };
  return unlessWords(layer, verdict, { ...denialCase, request: asked }, 'the policy of orders');
}

describe('a layer without an Allow, which it may not need,', () => {
  it.each<[string, Layer, Given, string]>([
    ['a user', 'identity', { caller: ALICE }, ', and one has to unless the policy of orders allows user alice itself'],
    [
      'a role, whose sessions need no policy then',
      'identity',
      { caller: SESSION },
      ', and one has to unless the policy of orders allows role ci-deployer itself',
    ],
    [
      'the session, which alone lifts a boundary',
      'boundary',
      { caller: SESSION },
      ', and it has to unless the policy of orders allows the session itself',
    ],
    [
      'the session, which alone lifts a session policy',
      'session',
      { caller: SESSION },
      ', and it has to unless the policy of orders allows the session itself',
    ],
    [
      'the session, where only the account is sure to be allowed',
      'session',
      { caller: SESSION, statements: [ACCOUNT_ONLY, IN_DOUBT] },
      ', and it has to unless the policy of orders allows the session itself',
    ],
    [
      'the account of a queue whose policy allows it',
      'identity',
      { caller: ALICE, statements: [EVERYONE], ownerIsKnown: false },
      ', and one has to unless caller and resource are in the same account',
    ],
    [
      'the account of a queue whose policy is silent',
      'resource',
      { caller: ALICE, statements: [], ownerIsKnown: false },
      ', and it has to unless caller and resource are in the same account',
    ],
    [
      'which key is meant',
      'resource',
      { caller: ALICE, statements: [] },
      '; whether it has to depends on which resource it is',
    ],
    [
      'a question that AWS leaves open',
      'session',
      { caller: SESSION, statements: [EVERYONE] },
      '; AWS’s documentation does not say whether it has to',
    ],
    [
      'a question that AWS answers twice',
      'boundary',
      { caller: ALICE, statements: [EVERYONE] },
      '; AWS’s pages disagree on whether it has to',
    ],
    [
      'a grant',
      'scp',
      { caller: ALICE, action: 'kms:RetireGrant' },
      ', and one has to unless the grant names the caller',
    ],
  ])('names %s', (_what, layer, given, words) => {
    expect(wordsOf(layer, given)).toBe(words);
  });
});
