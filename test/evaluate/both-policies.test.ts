import { expect, it } from 'vitest';
import { evaluate } from '../../src/index.ts';

const ACCOUNT = '111122223333';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/app`;
const SERVICE = `arn:aws:vpc-lattice:eu-west-1:${ACCOUNT}:service/svc-0a1b2c3d4e5f60718/orders`;
const ALLOW = { Effect: 'Allow', Action: 'vpc-lattice-svcs:Invoke', Resource: '*' };
const document = (...statements: readonly object[]) => ({ Version: '2012-10-17', Statement: statements });
const NAMED = document({ ...ALLOW, Principal: { AWS: ROLE } });
const OTHER = document({ ...ALLOW, Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/other` } });

// "For authorization to succeed, both auth policies and identity-based policies need to have explicit allow statements."
// https://docs.aws.amazon.com/vpc-lattice/latest/ug/auth-policies.html
it.each([
  ['both allow it', [ALLOW], NAMED, 'yes', []],
  ['the auth policy alone does', [], NAMED, 'no', ['identity']],
  ['the identity policy alone does', [ALLOW], OTHER, 'no', ['resource']],
  ['there is no auth policy', [ALLOW], null, 'no', ['resource']],
] as const)(
  'a call of a service of VPC Lattice in one account needs two policies: %s',
  (_, own, resource, allowed, blockers) => {
    const request = { principal: ROLE, action: 'vpc-lattice-svcs:Invoke', resource: SERVICE, resourceAccount: ACCOUNT };
    const result = evaluate(
      { ...request, context: {} },
      {
        identity: [{ name: 'own', document: document(...own) }],
        resource,
        boundary: null,
        session: null,
        scps: null,
        rcps: null,
      },
    );
    expect([result.allowed, result.blockers]).toEqual([allowed, blockers]);
  },
);
