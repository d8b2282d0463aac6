import type { Entity } from '../../src/model/facts.ts';

/** The role of a team's builds, as IAM describes it, but for what is given. */
export function roleOf(parts: Partial<Entity> = {}): Entity {
  return {
    kind: 'role',
    arn: 'arn:aws:iam::111122223333:role/teams/ci',
    name: 'ci',
    path: '/teams/',
    uniqueId: 'AROAEXAMPLE',
    created: null,
    tags: { team: 'red' },
    maxSessionDuration: 3600,
    trustPolicy: {
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } }],
    },
    ...parts,
  };
}
