import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { denied, diagnosisOf } from '../requirements/requirements-of.ts';

const ROLE = 'arn:aws:sts::111122223333:assumed-role/app/i-0abc1234def567890';
const COMPOUND =
  'because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access';

/** How CloudTrail records what the policy of a VPC endpoint refused. */
const REFUSED_BY_ENDPOINT = JSON.stringify({
  eventCategory: 'NetworkActivity',
  eventSource: 's3.amazonaws.com',
  eventName: 'GetObject',
  errorCode: 'VpceAccessDenied',
  errorMessage: 'The request was denied due to a VPC endpoint policy',
  userIdentity: { type: 'AssumedRole', arn: ROLE },
  resources: [{ ARN: 'arn:aws:s3:::shop/a.csv' }],
  vpcEndpointId: 'vpce-0abc1234def567890',
});

function stepOf({ steps }: Diagnosis, id: string) {
  return steps.find((step) => step.id === id);
}

/** AWS leaves open whether an Allow is missing or a Deny matches: so does the report. */
describe('a reason without an effect', () => {
  it('of KMS says that the key may not exist, that its policy may not allow it, or deny it', async () => {
    const diagnosis = await diagnosisOf(denied(ROLE, 'kms:CreateGrant', null, ` on this resource ${COMPOUND}`));
    const [cause, ...others] = diagnosis.causes;
    expect(others).toEqual([]);
    expect(cause?.id).toBe('resource.named-by-aws');
    expect(cause?.summary).toContain(
      'the resource does not exist in this Region, or its policy does not allow kms:CreateGrant, or denies it: it does not say which',
    );
    expect(cause?.fix?.summary).toMatch(
      /^look for the resource in the Region .*allow kms:CreateGrant.*or find the stat/,
    );
    expect(cause?.evidence).toEqual([{ kind: 'quote', text: COMPOUND, lines: [1, 1] }]);
    expect(stepOf(diagnosis, 'resource')?.title).toBe('AWS says: the resource policy does not allow it, or denies it');
  });

  it('of a VPC endpoint asks for an Allow, or for the Deny', async () => {
    const diagnosis = await diagnosisOf(REFUSED_BY_ENDPOINT);
    expect(diagnosis.causes.map(({ id, summary }) => [id, summary])).toEqual([
      [
        'endpoint.named-by-aws',
        expect.stringMatching(/^AWS says that the VPC endpoint policy does not allow s3:GetObject, or denies it/),
      ],
    ]);
    expect(diagnosis.causes[0]?.fix?.summary).toMatch(/^allow s3:GetObject in the VPC endpoint policy, or find/);
  });
});
