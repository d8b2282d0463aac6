import { exampleOf } from './fake-aws/answers.ts';
import type { Respond } from './fake-aws/fake-aws.ts';
import { accessKey, accountOfKey, staticKeys } from './fake-aws/keys.ts';
import { answer } from './fake-aws/response.ts';

export const HERE = '111122223333';
export const THERE = '444455556666';
export const MANAGEMENT = '999900001111';
/** A role that every account has. */
export const role = (account: string) => ({
  Role: { RoleName: 'deployer', Arn: `arn:aws:iam::${account}:role/deployer` },
});

/** Profiles of the AWS config, and whose keys they have. */
export const PROFILES = {
  default: staticKeys(accessKey(HERE)),
  'profile prod': staticKeys(accessKey(THERE)),
  'profile wrong': staticKeys(accessKey('777788889999')),
  'profile role-there': { role_arn: `arn:aws:iam::${THERE}:role/reader`, source_profile: 'default' },
  'profile management': staticKeys(accessKey(MANAGEMENT)),
};

/** AWS answers each key for the account of that key; every account has a role of the same name. */
export const byAccount: Respond = (request) => {
  const account = accountOfKey(request.accessKeyId);
  if (request.call === 'sts:GetCallerIdentity')
    return answer(request, { Account: account, Arn: `arn:aws:iam::${account}:user/u`, UserId: 'AIDAEXAMPLE' });
  if (request.call === 'sts:AssumeRole')
    return answer(request, {
      Credentials: {
        AccessKeyId: accessKey(THERE, 'assumed'),
        SecretAccessKey: 's',
        SessionToken: 't',
        Expiration: new Date(Date.now() + 3_600_000),
      },
      AssumedRoleUser: { Arn: `arn:aws:sts::${THERE}:assumed-role/reader/s`, AssumedRoleId: 'AROA:s' },
    });
  if (request.call === 'iam:GetRole') return answer(request, role(account));
  if (request.call === 'organizations:DescribeOrganization')
    return answer(request, { Organization: { Id: 'o-a1b2c3d4e5', MasterAccountId: MANAGEMENT, FeatureSet: 'ALL' } });
  return answer(request, exampleOf(request.call).output);
};
