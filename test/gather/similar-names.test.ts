import { expect, test } from 'vitest';
import { similarNames } from '../../src/gather/principals/similar-names.ts';

const rows: readonly [why: string, name: string, others: readonly string[], similar: readonly string[]][] = [
  ['other case comes before other letters', 'Deploy', ['deploi', 'DEPLOY', 'deplo'], ['DEPLOY', 'deploi', 'deplo']],
  ['a letter off, for a short name', 'ops', ['opx', 'oxx', 'op', 'opsx'], ['opx', 'op', 'opsx']],
  ['as many letters off as the name has fives', 'github-deploy', ['githab-deplay', 'gathab-deplay'], ['githab-deplay']],
  [
    'a name inside the other',
    'prod-deployer',
    ['deployer', 'prod-deployer-eu-west-1'],
    ['deployer', 'prod-deployer-eu-west-1'],
  ],
  [
    'not one of three letters, which is inside many',
    'prod-ci',
    ['prod-cicd-ci', 'ci', 'x-prod-ci-x'],
    ['prod-cicd-ci', 'x-prod-ci-x'],
  ],
  [
    'at most five',
    'role',
    ['role1', 'role2', 'role3', 'role4', 'role5', 'role6'],
    ['role1', 'role2', 'role3', 'role4', 'role5'],
  ],
  ['none', 'deploy', ['admin', 'dep', 'redploys'], []],
];

test.each(rows)('%s: %s', (_, name, others, similar) => {
  expect(similarNames(name, others, (other) => other)).toEqual(similar);
});
