import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { sentenceOf } from '../broken-worlds/shapes.ts';
import { CALLER_ACCOUNT, document, type Statement, type World } from '../broken-worlds/world.ts';
import { diagnoseSituation } from '../cases/tables/cause-case.ts';
import { denying as denyingLayer, queue } from '../cases/tables/place.ts';
import { AWAY } from '../cases/tables/world.ts';
import { told } from '../checklist/steps-of-story.ts';

const BY_ADDRESS = { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } };
/** The text does not show the caller's address: whether these match is not known. */
const OPEN_DENY: Statement = { Effect: 'Deny', Action: 'sqs:*', Resource: '*', Condition: BY_ADDRESS };
const OPEN_ALLOW: Statement = { ...OPEN_DENY, Effect: 'Allow' };
const BY_VPC = { StringNotEquals: { 'aws:SourceVpc': 'vpc-1a2b3c4d' } };

const POLICY = `arn:aws:iam::${CALLER_ACCOUNT}:policy/BuildAccess`;
const EXPLICIT = 'with an explicit deny in an identity-based policy';
const IMPLICIT = 'because no identity-based policy allows the sqs:SendMessage action';

/** Within one account, so that only the caller's side decides. */
function queueDenied(clause: string, broken: (world: World) => void, unseen?: string): Promise<Diagnosis> {
  return told({
    shape: { ask: 'queue', cross: false },
    broken,
    text: (world) => `${sentenceOf(world)} ${clause}`,
    ...(unseen === undefined ? {} : { unseen }),
  });
}

function found({ causes }: Diagnosis): readonly string[] {
  return causes.map(({ key, rung }) => `${key} ${rung}`);
}

/** Where the evidence of the first cause points to. */
function pointers({ causes }: Diagnosis): readonly string[] {
  return (causes[0]?.evidence ?? []).flatMap((one) => (one.kind === 'statement' ? [one.pointer] : []));
}

const denying =
  (...statements: readonly Statement[]) =>
  ({ identity }: World) =>
    void identity.Statement.push(...statements);

describe('an explicit deny that AWS names', () => {
  it('is the one Deny of which it is not known whether it matches', async () => {
    const diagnosis = await queueDenied(EXPLICIT, denying(OPEN_DENY));
    expect(found(diagnosis)).toEqual(['identity.source-ip aws']);
    expect(pointers(diagnosis)).toEqual(['/Statement/3/Condition/NotIpAddress/aws:SourceIp']);
    expect(diagnosis.causes[0]?.summary).toContain('must be what denies sqs:SendMessage');
  });

  it('is either of two of which it is not known', async () => {
    const diagnosis = await queueDenied(EXPLICIT, denying(OPEN_DENY, { ...OPEN_DENY, Condition: BY_VPC }));
    expect(found(diagnosis)).toEqual(['identity.named-by-aws aws']);
    expect(pointers(diagnosis)).toEqual(['/Statement/3', '/Statement/4']);
    expect(diagnosis.causes[0]?.summary).toContain(
      'any of 2 statements that were read may be the one, depending on aws:SourceIp, aws:SourceVpc',
    );
  });

  it('is not a Deny that certainly does not match', async () => {
    const other = { ...OPEN_DENY, Action: 's3:*' };
    expect(found(await queueDenied(EXPLICIT, denying(other)))).toEqual(['identity.named-by-aws aws']);
    expect(found(await queueDenied(EXPLICIT, denying(other, OPEN_DENY)))).toEqual(['identity.source-ip aws']);
  });

  it('may be in a policy that could not be read', async () => {
    const unseen = 'inline policies of the caller';
    expect(found(await queueDenied(EXPLICIT, denying(OPEN_DENY), unseen))).toEqual(['identity.named-by-aws aws']);
  });

  it('is the one Deny that depends on an organization that could not be read: that hides no policy', async () => {
    const ofOrganization = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-exampleorg' } };
    const perimeter = { Action: 'sqs:*', Resource: '*', Condition: ofOrganization };
    const asked = { ...queue(AWAY), caller: 'arn:aws:iam::777788889999:user/vendor' };
    const clause = ' with an explicit deny in a resource control policy';
    const { causes } = await diagnoseSituation(denyingLayer('rcp', perimeter, asked, { clause }));
    expect(causes[0]?.summary).toContain('must be what denies sqs:SendMessage');
    expect(causes[0]?.summary).toContain('the request’s aws:PrincipalOrgID is not known');
  });

  it('is in the policy that AWS names by its ARN, whatever else could not be read', async () => {
    const unseen = 'inline policies of the caller';
    const named = `${EXPLICIT}: ${POLICY}`;
    expect(found(await queueDenied(named, denying(OPEN_DENY), unseen))).toEqual(['identity.source-ip aws']);
  });

  it('is not in another policy than the one that AWS names by its ARN', async () => {
    const other = `${EXPLICIT}: ${POLICY.replace('BuildAccess', 'Quarantine')}`;
    expect(found(await queueDenied(other, denying(OPEN_DENY)))).toEqual(['identity.named-by-aws aws']);
  });

  it('is not in another layer than the one that AWS names', async () => {
    const clause = 'with an explicit deny in a permissions boundary';
    expect(found(await queueDenied(clause, denying(OPEN_DENY)))).toEqual(['boundary.named-by-aws aws']);
  });
});

describe('a missing Allow that AWS names', () => {
  const allowing =
    (statement: Statement) =>
    ({ identity }: World) => {
      identity.Statement.splice(-1, 1, statement);
    };

  it('is the Allow of which it is not known whether it matches', async () => {
    const diagnosis = await queueDenied(IMPLICIT, allowing(OPEN_ALLOW));
    expect(found(diagnosis)).toEqual(['identity.source-ip aws']);
    expect(pointers(diagnosis)).toEqual(['/Statement/2/Condition/NotIpAddress/aws:SourceIp']);
  });

  it('may have a reason in a policy that could not be read', async () => {
    const unseen = 'inline policies of the caller';
    expect(found(await queueDenied(IMPLICIT, allowing(OPEN_ALLOW), unseen))).toEqual(['identity.named-by-aws aws']);
  });

  it('is not said twice where it was found', async () => {
    expect(found(await queueDenied(IMPLICIT, ({ identity }) => void identity.Statement.pop()))).toEqual([
      'identity.no-allow aws',
    ]);
  });

  it('is not said again as likely where a resource policy that nobody read may make up for it', async () => {
    const silent = ({ identity }: World) => void identity.Statement.pop();
    expect(found(await queueDenied(IMPLICIT, silent, 'the resource policies'))).toEqual(['identity.no-allow aws']);
  });

  it('is in a policy that was read, though by our rules the request does not need it', async () => {
    const clause = 'because no resource-based policy allows the sqs:SendMessage action';
    const silent = { ...OPEN_ALLOW, Principal: '*', Action: 'sqs:ReceiveMessage' };
    const withPolicy = (world: World) => void Object.assign(world, { resource: document(silent) });
    expect(found(await queueDenied(clause, withPolicy))).toEqual(['resource.no-allow aws']);
    expect(found(await queueDenied(clause, () => undefined))).toEqual(['resource.named-by-aws aws']);
  });

  it('is not looked for in a session policy that no API shows', async () => {
    const clause = 'because no session policy allows the sqs:SendMessage action';
    expect(found(await queueDenied(clause, () => undefined))).toEqual(['session.named-by-aws aws']);
  });

  it('is none of a layer that is not there', async () => {
    const clause = 'because no permissions boundary allows the sqs:SendMessage action';
    const diagnosis = await told({
      shape: { ask: 'queue', cross: false, boundary: false },
      text: (world) => `${sentenceOf(world)} ${clause}`,
    });
    expect(found(diagnosis)).toEqual(['boundary.named-by-aws aws']);
  });
});

describe('what AWS says of service control policies', () => {
  const SCP_SILENT = 'because no service control policy allows the sqs:SendMessage action';
  const SCP_DENIES = 'with an explicit deny in a service control policy';
  const MISSPELT: Statement = { Effect: 'Allow', Action: 'sqs:SendMessages', Resource: '*' };
  const level = (id: string, ...statements: readonly Statement[]) => ({
    id,
    full: false,
    extra: document(...statements),
  });
  const root = { id: 'r-root', full: true, extra: document(MISSPELT) };
  const account = { id: CALLER_ACCOUNT, full: true, extra: null };

  it('is about the one level of which it is not known whether it allows', async () => {
    const open = (world: World) => void Object.assign(world, { scps: [root, level('ou-a', OPEN_ALLOW), account] });
    const diagnosis = await queueDenied(SCP_SILENT, open);
    expect(found(diagnosis)).toEqual(['scp.source-ip aws']);
    expect(diagnosis.causes[0]?.summary).toContain('ou-a › ');
  });

  it('is about any of several levels of which it is not known', async () => {
    const both = { ...OPEN_ALLOW, Condition: { ...BY_ADDRESS, ...BY_VPC } };
    const scps = [root, level('ou-a', both), level('ou-b', OPEN_ALLOW), account];
    const diagnosis = await queueDenied(SCP_SILENT, (world) => void Object.assign(world, { scps }));
    expect(found(diagnosis)).toEqual(['scp.source-ip aws']);
    expect(diagnosis.causes[0]?.summary).toContain(
      'ou-b › Level2 › statement 0 would allow it if its condition matches: NotIpAddress aws:SourceIp 203.0.113.0/24; the value in the request is unknown',
    );
  });

  it('may be a missing Allow where it is an explicit deny by the words', async () => {
    const scps = [root, level('ou-a', MISSPELT), account];
    const silent = (world: World) => void Object.assign(world, { scps });
    const diagnosis = await queueDenied(SCP_DENIES, silent);
    expect(found(diagnosis)).toEqual(['scp.unknown-action aws']);
    expect(diagnosis.conclusion).toBe('explained');
  });

  it('is a Deny where it names the policy', async () => {
    const scps = [root, level('ou-a', MISSPELT), account];
    const silent = (world: World) => void Object.assign(world, { scps });
    const named = `${SCP_DENIES}: arn:aws:organizations::999988887777:policy/o-exampleorg1/service_control_policy/p-1234567890`;
    expect(found(await queueDenied(named, silent))).toEqual(['scp.unknown-action aws', 'scp.named-by-aws aws']);
  });
});

describe('what is found besides', () => {
  const DENY: Statement = { Effect: 'Deny', Action: 'sqs:*', Resource: '*' };

  it('in another layer than AWS names explains nothing of what AWS says', async () => {
    const clause = 'with an explicit deny in a permissions boundary';
    expect(found(await queueDenied(clause, denying(DENY)))).toEqual([
      'boundary.named-by-aws aws',
      'identity.explicit-deny evaluated',
    ]);
  });

  it('in another policy than AWS names neither', async () => {
    const other = `${EXPLICIT}: ${POLICY.replace('BuildAccess', 'Quarantine')}`;
    expect(found(await queueDenied(other, denying(DENY)))).toEqual([
      'identity.explicit-deny aws',
      'identity.named-by-aws aws',
    ]);
  });

  it('in the policy that AWS names is what AWS says', async () => {
    expect(found(await queueDenied(`${EXPLICIT}: ${POLICY}`, denying(DENY)))).toEqual(['identity.explicit-deny aws']);
  });
});

describe('without a reason of AWS’s', () => {
  it('a statement of which it is not known whether it matches is likely what blocks', async () => {
    expect(found(await queueDenied('', denying(OPEN_DENY)))).toEqual(['identity.source-ip likely']);
  });

  it('nothing is likely where policies of the layer could not be read', async () => {
    expect(found(await queueDenied('', denying(OPEN_DENY), 'inline policies of the caller'))).toEqual([]);
  });
});
