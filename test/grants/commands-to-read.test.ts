import { describe, expect, it } from 'vitest';
import { commandsToRead } from '../../src/grants/commands-to-read.ts';

/** What is run, without `aws iam get-account-authorization-details`. */
function read(policyArn: string): readonly string[] {
  return commandsToRead(policyArn).map((argv) => argv.slice(3).join(' '));
}

describe('the document of a policy that AWS names is printed by', () => {
  it.each([
    [
      'its ARN',
      'arn:aws:iam::111122223333:policy/team/guard',
      "--filter LocalManagedPolicy --query Policies[?Arn=='arn:aws:iam::111122223333:policy/team/guard'].PolicyVersionList[] | [?IsDefaultVersion].Document",
    ],
    [
      'its name, where the account is masked',
      'arn:aws:iam::[ACCOUNT-ID]:policy/team/guard',
      "--filter LocalManagedPolicy --query Policies[?PolicyName=='guard'].PolicyVersionList[] | [?IsDefaultVersion].Document",
    ],
    [
      'its ARN among those of AWS',
      'arn:aws:iam::aws:policy/PowerUserAccess',
      "--filter AWSManagedPolicy --query Policies[?Arn=='arn:aws:iam::aws:policy/PowerUserAccess'].PolicyVersionList[] | [?IsDefaultVersion].Document",
    ],
  ])('%s', (_, arn, expected) => {
    expect(read(arn)).toEqual([expected]);
  });

  it.each(["arn:aws:iam::***:policy/a'b", 'arn:aws:iam::111122223333:policy/a b', 'guard'])('nothing: %s', (arn) => {
    expect(read(arn)).toEqual([]);
  });
});
