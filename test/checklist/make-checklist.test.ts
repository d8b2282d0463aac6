import { describe, expect, it } from 'vitest';
import { sentenceOf } from '../broken-worlds/shapes.ts';
import type { World } from '../broken-worlds/world.ts';
import { line, type Story, told } from './steps-of-story.ts';

async function lines(story: Story): Promise<readonly string[]> {
  return (await told(story)).steps.map(line);
}

const SOUND = [
  '✓ The error names the caller | role build in 111122223333',
  '✓ The role exists | deploy-target in 444455556666',
  '✓ An identity policy allows it | build › BuildAccess › statement 2',
  '✓ The permissions boundary allows it | Boundary, permissions boundary, statement 1',
  '✓ Session policy | assumed: none',
  '✓ Service control policies | Root › ou-root-a0000000 › 111122223333, 3 policies',
  '✓ Resource control policies | Root › 444455556666, none attached',
  '✓ The trust policy allows this caller | deploy-target, trust policy, statement 1',
  '✓ VPC endpoint policy | assumed: none',
];

/** The lines that are not those of a sound world. */
async function changes(story: Story): Promise<readonly string[]> {
  return (await lines(story)).filter((each) => !SOUND.includes(each));
}

describe('the checklist', () => {
  it('has every step in its order', async () => {
    expect(await lines({})).toEqual(SOUND);
  });

  it.each<[string, string[]]>([
    ['trust: similar principal', ['✗ The trust policy does not name this caller']],
    ['trust: only a service', ['✗ The trust policy does not name this caller']],
    ['trust: stale unique id', ['✗ The trust policy does not name this caller']],
    ['trust: other action', ['✗ The trust policy does not allow this action']],
    ['trust: external id not sent', ['✗ A condition of the trust policy is not met']],
    ['trust: explicit deny', ['✗ The trust policy denies it']],
    [
      'trust: the role does not exist',
      ['✗ The role does not exist | deploy-target in 444455556666', '– Trust policy | none: the role does not exist'],
    ],
    ['identity: no allow at all', ['✗ No identity policy allows it']],
    ['identity: explicit deny', ['✗ An identity policy denies it']],
    ['boundary: no allow', ['✗ The permissions boundary does not allow it']],
    ['boundary: explicit deny', ['✗ The permissions boundary denies it']],
    ['rcp: explicit deny', ['✗ A resource control policy denies it']],
  ])('says what is broken: %s', async (broken, expected) => {
    expect(await changes({ broken })).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['scp: explicit deny at an OU', ['✗ A service control policy denies it']],
    ['scp: a level without an allow', ['✗ A level of the organization has no service control policy that allows it']],
  ])('says what is broken: %s', async (broken, expected) => {
    expect((await changes({ broken })).filter((each) => each.startsWith('✗'))).toEqual(expected);
  });

  it.each<[string, string[]]>([
    [
      'the account of the caller',
      [
        '? The identity policies of role build could not be read',
        '? The permissions boundary of role build could not be read',
        '? Could not tell whether the trust policy allows it',
      ],
    ],
    ['inline policies of the caller', ['? The identity policies of role build could not be read in full']],
    ['the managed policy', ['? The identity policies of role build could not be read']],
    ['the boundary', ['? The permissions boundary of role build could not be read']],
    [
      'the role',
      [
        '? Could not check whether the role exists | deploy-target in 444455556666',
        '? The trust policy of deploy-target could not be read',
      ],
    ],
    [
      'the organization',
      [
        '? Service control policies of 111122223333 could not be read',
        '? Resource control policies of 444455556666 could not be read',
      ],
    ],
    [
      'what is attached to the root',
      [
        '? Service control policies of 111122223333 could not be read in full',
        '? Resource control policies of 444455556666 could not be read in full',
      ],
    ],
  ])('says what could not be read: %s', async (unseen, expected) => {
    const { steps } = await told({ unseen });
    expect(steps.map(line).filter((each) => !SOUND.includes(each))).toEqual(expected);
    for (const step of steps) if (step.status === 'unknown') expect(step.gaps).not.toEqual([]);
  });

  it('does not ask for an identity policy where the trust policy names the caller', async () => {
    const story: Story = { shape: { cross: false }, broken: ({ identity }) => void identity.Statement.pop() };
    expect(await lines(story)).toContain('– No identity policy is needed | the trust policy names the caller');
  });

  it('leaves it open where AWS’s pages disagree about a boundary', async () => {
    const story: Story = { shape: { cross: false, caller: 'user' }, broken: 'boundary: no allow' };
    expect(await lines(story)).toContain(
      '? The permissions boundary does not allow it; AWS’s pages disagree on whether it has to',
    );
  });

  it('says which layers have no part in iam:PassRole', async () => {
    const found = await lines({ shape: { ask: 'pass', cross: false } });
    expect(found).toContain('– Resource control policies | do not apply to iam');
    expect(found).toContain('– Resource policy | not used for iam:PassRole');
  });

  it('says that a resource in another account has no policy', async () => {
    const story: Story = { shape: { ask: 'queue' }, broken: (world) => void Object.assign(world, { resource: null }) };
    expect(await lines(story)).toContain('✗ The resource has no policy that allows it');
  });

  it('names the bucket whose policy decides about an object', async () => {
    const text = () =>
      'User: arn:aws:sts::111122223333:assumed-role/build/run-7 is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::assets/img/logo.png"';
    expect(await lines({ text })).toContain('? The bucket policy of assets could not be read');
  });

  it('asks what else may allow it where only the resource was not read', async () => {
    const story: Story = {
      shape: { ask: 'queue', cross: false },
      broken: ({ identity }) => void identity.Statement.pop(),
      unseen: 'the resource policies',
    };
    expect((await lines(story)).filter((each) => each.startsWith('?'))).toEqual([
      '? No identity policy allows it, and one has to unless the queue policy of orders allows role build itself',
      '? The queue policy of orders could not be read',
    ]);
  });
});

describe('the word of AWS', () => {
  const said = (reason: string) => (world: World) => `${sentenceOf(world)} ${reason}`;

  it('makes a step fail that could not be read, and says that it is AWS’s word', async () => {
    const { steps } = await told({
      text: said('with an explicit deny in a service control policy'),
      unseen: 'the organization',
    });
    const step = steps.find(({ id }) => id === 'scp');
    expect(step).toMatchObject({
      status: 'fail',
      rung: 'aws',
      title: 'AWS says: a service control policy denies it',
      evidence: [{ kind: 'quote' }],
    });
  });

  it('tells a missing Allow from a Deny', async () => {
    const { steps } = await told({
      text: said('because no identity-based policy allows the sts:AssumeRole action'),
      options: { source: 'none' },
    });
    expect(steps.find(({ id }) => id === 'identity')?.title).toBe('AWS says: no identity policy allows it');
  });
});

// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html, …/API_GetSessionToken.html
describe('a call that needs no permission', () => {
  it.each([
    ['GetCallerIdentity', 'session'],
    ['GetCallerIdentity', 'user'],
    ['GetSessionToken', 'user'],
  ] as const)(
    'skips the layers, read or not, for it is allowed whatever they say: sts:%s by a %s',
    async (name, caller) => {
      const action = `sts:${name}`;
      const text = (world: World) => sentenceOf(world).replace(/sts:AssumeRole on resource: .*/, action);
      for (const source of [{}, { options: { source: 'none' } }] as const) {
        const { verdict, steps } = await told({ shape: { caller }, text, ...source });
        expect(verdict).toBe('allowed');
        const layers = steps.filter(({ id }) => id !== 'caller' && id !== 'role');
        expect(layers.filter(({ status }) => status === 'unknown' || status === 'fail')).toEqual([]);
        expect(layers.find(({ id }) => id === 'identity')).toMatchObject({
          status: 'skipped',
          title: 'No identity policy is needed',
          summary: `${action} needs no permission`,
        });
      }
    },
  );
});
