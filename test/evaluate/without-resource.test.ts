import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { document, first, identityStatement, layerOf, policies, request, resourceStatement } from './worlds.ts';

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html "Statements must include either a Resource
// or a NotResource element"; a trust policy has none, and neither has the policy of an ECR repository.
describe('a statement without Resource', () => {
  const none = { Resource: undefined };
  const trust = { action: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/deploy' };

  it('is odd in an identity policy', () => {
    expect(identityStatement(none)).toMatchObject({ match: 'unknown', elements: { resource: 'unknown' } });
  });

  it('is odd in a bucket policy', () => {
    expect(resourceStatement({ ...none, Principal: '*' }).elements.resource).toBe('unknown');
  });

  it('is about the repository in a repository policy', () => {
    const parts = { action: 'ecr:BatchGetImage', resource: 'arn:aws:ecr:us-east-1:111122223333:repository/app' };
    expect(resourceStatement({ ...none, Principal: '*' }, parts).elements.resource).toBe('yes');
  });

  it('is about the role in a trust policy', () => {
    const resource = document({ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole' });
    expect(first(layerOf(evaluate(request(trust), policies({ resource })), 'trust')).elements.resource).toBe('yes');
  });

  it('is all that a trust policy may hold', () => {
    const resource = document({ Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole', Resource: '*' });
    expect(first(layerOf(evaluate(request(trust), policies({ resource })), 'trust')).elements.resource).toBe('unknown');
  });
});
