import { expect, it } from 'vitest';
import { findCauses } from '../../src/causes/find-causes.ts';
import { decide } from '../../src/evaluate/decide.ts';
import { applyChanges } from '../../src/fix/apply-changes.ts';
import { proveFixes } from '../../src/fix/prove-fixes.ts';
import { ACCOUNT, type Given, QUEUE, refOf, subjectOf } from './subject.ts';

const ROLES = `arn:aws:iam::${ACCOUNT}:role/`;
const SESSIONS = `arn:aws:sts::${ACCOUNT}:assumed-role/`;
const SSO = 'AWSReservedSSO_Dev_0123456789abcdef';
const SSO_PATH = 'aws-reserved/sso.amazonaws.com/';

const ENDPOINT: Given = {
  policy: refOf('endpoint', { name: 'vpce-0123456789abcdef0', attachedTo: 'vpce-0123456789abcdef0' }),
  statements: [{ Effect: 'Allow', Principal: '*', Action: 'sqs:ReceiveMessage', Resource: QUEUE }],
};

const ROWS = [
  {
    name: 'a role whose path is not known: under any path',
    given: { caller: `${SESSIONS}ci-deployer/build-7`, pathIsKnown: false },
    condition: { ArnLike: { 'aws:PrincipalArn': [`${ROLES}ci-deployer`, `${ROLES}*/ci-deployer`] } },
    lets: [`${ROLES}ci-deployer`, `${ROLES}teams/ci/ci-deployer`],
    keepsOut: [`${ROLES}my-ci-deployer`, `${ROLES}ci-deployer/other`],
    // It holds for each path, but no request with this one was evaluated.
    check: 'open',
  },
  {
    name: 'a role of a permission set whose path is not known: under any path of IAM Identity Center',
    given: { caller: `${SESSIONS}${SSO}/ana`, pathIsKnown: false },
    condition: { ArnLike: { 'aws:PrincipalArn': `${ROLES}${SSO_PATH}*${SSO}` } },
    lets: [`${ROLES}${SSO_PATH}${SSO}`, `${ROLES}${SSO_PATH}eu-west-1/${SSO}`],
    keepsOut: [`${ROLES}${SSO}`, `${ROLES}${SSO_PATH}AWSReservedSSO_Ops_0123456789abcdef`],
    check: 'open',
  },
  {
    name: 'a role whose path is known: as it is',
    given: { caller: `${ROLES}teams/ci-deployer` },
    condition: { ArnEquals: { 'aws:PrincipalArn': `${ROLES}teams/ci-deployer` } },
    lets: [`${ROLES}teams/ci-deployer`],
    keepsOut: [`${ROLES}ci-deployer`],
    check: 'allowed',
  },
];

it.each(ROWS)('a missing Allow of an endpoint policy names $name', ({ given, condition, lets, keepsOut, check }) => {
  const denialCase = subjectOf({ ...ENDPOINT, ...given });
  const [cause] = proveFixes(denialCase, findCauses(denialCase)).causes;
  const changes = cause?.fix?.changes ?? [];
  expect(changes.map(({ after }) => after)).toMatchObject([{ Principal: '*', Condition: condition }]);
  const answer = (caller: string) => {
    const { request, facts } = subjectOf({ ...ENDPOINT, caller });
    const policies = applyChanges(facts.policies, changes);
    return policies && request ? decide(request, policies).allowed : undefined;
  };
  expect(lets.map(answer)).toEqual(lets.map(() => 'yes'));
  expect(keepsOut.map(answer)).toEqual(keepsOut.map(() => 'no'));
  expect(cause?.fix?.check).toBe(check);
});
