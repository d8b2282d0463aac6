import { expect, it } from 'vitest';
import { diagnose, render } from '../../src/index.ts';
import { FORMAT_NAMES } from '../../src/report/formats.ts';
import { CANARY } from './planted.ts';

const ROLE = 'arn:aws:iam::111122223333:role/deploy-target';
const TEXT = `User: arn:aws:iam::111122223333:user/bob is not authorized to perform: sts:AssumeRole on resource: ${ROLE}`;

/** A policy that nearly allows the request: a part of a name differs, and that part is of a secret. */
function policyWith(name: string): object {
  return {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: `arn:aws:iam::111122223333:role/deplo ${name}-target` },
    ],
  };
}

it.each(FORMAT_NAMES)(
  'what of a name differs is not printed where it is of a secret that only the whole shows: %s',
  async (format) => {
    const scp = policyWith(`https://hooks.slack.com/services/T00000000/B00000000/${CANARY}y`);
    const report = render(await diagnose({ text: TEXT }, { source: 'none', scp }), format);
    expect(report).not.toContain(CANARY);
    expect(report).toMatch(/(\(|&#40;)removed/);
  },
);

it('a secret that is a word of ours hides no field of ours', async () => {
  const policy = 'arn:aws:iam::111122223333:policy/password=IDENTITY';
  const text = `${TEXT} with an explicit deny in an identity-based policy: ${policy}`;
  const [diagnosis] = await diagnose({ text }, { source: 'none' });
  expect(diagnosis?.denial?.reason).toMatchObject({ layer: 'identity', effect: 'explicit' });
  expect(diagnosis?.steps.map(({ id }) => id)).toContain('identity');
});

it('the same difference is printed of what is no secret', async () => {
  const report = render(await diagnose({ text: TEXT }, { source: 'none', scp: policyWith('ordinary1y') }), 'text');
  expect(report).toContain('ordinary1y');
});
