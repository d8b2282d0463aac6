import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { render } from '../../src/report/render.ts';
import { denied, diagnoseSituation } from '../cases/tables/cause-case.ts';
import { type Asked, denying, only, queue } from '../cases/tables/place.ts';
import { EVERYTHING, policyWorld } from '../cases/tables/policy-world.ts';
import { CALLER, HOME } from '../cases/tables/world.ts';

const ASKED = queue();
const CLOSED = { parts: { resources: {} } };
const PASSED = `arn:aws:iam::${HOME}:role/service/fn`;
const PASS: Asked = { action: 'iam:PassRole', resource: PASSED };

function firstOf({ causes }: Diagnosis) {
  return causes[0];
}

describe('the words of a cause', () => {
  it('say that a role is quarantined, which has no access keys', async () => {
    const statement = { Sid: 'AWSCompromisedKeyQuarantineV2', Action: 'sqs:*', Resource: '*' };
    const cause = firstOf(await diagnoseSituation(denying('identity', statement, ASKED)));
    expect(cause?.id).toBe('identity.quarantine');
    expect(cause?.summary).toMatch(/^role ci-deployer is quarantined: /);
    expect(cause?.fix?.summary).not.toMatch(/access key/);
  });

  it('name both faults of iam:PassRole, though the call that passes the role is allowed', async () => {
    const statements = [
      { Effect: 'Allow', Action: 'lambda:CreateFunction', Resource: '*' },
      {
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: `arn:aws:iam::${HOME}:role/fn`,
        Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
      },
    ];
    const given = { service: 'lambda.amazonaws.com' };
    const cause = firstOf(await diagnoseSituation(only('identity', statements, PASS, { given })));
    expect(cause?.id).toBe('passrole.role-and-service');
    expect(cause?.summary).toContain(`but the call passes ${PASSED} to lambda.amazonaws.com`);
  });

  it('say in which region the resource is, where the region of the request is not known', async () => {
    const asked = {
      ...ASKED,
      action: 'dynamodb:GetItem',
      resource: `arn:aws:dynamodb:eu-west-1:${HOME}:table/orders`,
    };
    const elsewhere = {
      ...EVERYTHING,
      Action: asked.action,
      Condition: { StringEquals: { 'aws:RequestedRegion': 'us-east-1' } },
    };
    const clause = ` because no identity-based policy allows the ${asked.action} action`;
    const cause = firstOf(await diagnoseSituation(only('identity', [elsewhere], asked, { ...CLOSED, clause })));
    expect(cause?.fix?.summary).toMatch(/the resource is in eu-west-1; .* allow it for eu-west-1/);
  });

  it('leave a resource with a variable of which nothing is known to its owner', async () => {
    const own = { ...EVERYTHING, Resource: `arn:aws:sqs:eu-west-1:${HOME}:\${aws:SourceVpc}` };
    const clause = ` because no identity-based policy allows the ${ASKED.action} action`;
    const cause = firstOf(await diagnoseSituation(only('identity', [own], ASKED, { ...CLOSED, clause })));
    expect(cause?.summary).toMatch(/: the value of aws:SourceVpc in the request is unknown$/);
    expect(cause?.fix).toMatchObject({ changes: [], check: null });
    expect(cause?.fix?.summary).toMatch(/^decide whether role ci-deployer may do sqs:SendMessage on orders/);
  });

  it('say which value a tag has now, where it has to be another one', async () => {
    const onStaging = { ...EVERYTHING, Condition: { StringEquals: { 'aws:ResourceTag/env': 'staging' } } };
    const given = { context: { 'aws:ResourceTag/env': 'prod' } };
    const cause = firstOf(await diagnoseSituation(only('identity', [onStaging], ASKED, { ...CLOSED, given })));
    expect(cause?.fix?.summary).toBe(
      'change the tag env of orders from prod to staging, if nothing else relies on prod',
    );
    expect(cause?.fix?.check).toBe('allowed');
  });

  it('call a layer by its name, where what AWS names does not deny', async () => {
    const clause = ' with an explicit deny in a service control policy';
    const diagnosis = await diagnoseSituation({
      text: denied(CALLER, ASKED.action, ASKED.resource, clause),
      world: policyWorld({ resources: {}, identity: [] }),
    });
    expect(diagnosis.conclusion).toBe('contradicted');
    expect(render([diagnosis], 'text').replace(/\s+/g, ' ')).toContain('AWS names a service control policy, but');
  });

  it('are about the account of the caller for kms:CallerAccount', async () => {
    const key = `arn:aws:kms:eu-west-1:${HOME}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;
    const statement = {
      Effect: 'Allow',
      Principal: '*',
      Action: 'kms:Decrypt',
      Resource: '*',
      Condition: { StringEquals: { 'kms:CallerAccount': '999900001111' } },
    };
    const asked = { action: 'kms:Decrypt', resource: key };
    const cause = firstOf(await diagnoseSituation(only('resource', [statement], asked)));
    expect(cause?.id).toBe('resource.allowed-accounts');
  });
});
