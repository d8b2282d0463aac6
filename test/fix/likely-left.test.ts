import { describe, expect, it } from 'vitest';
import { render } from '../../src/report/render.ts';
import { FAULTS, sentenceOf } from '../broken-worlds/shapes.ts';
import type { World } from '../broken-worlds/world.ts';
import { type Story, told } from '../checklist/steps-of-story.ts';

/** A guardrail certainly blocks; the caller’s policies allow nothing, which the queue’s policy may make unnecessary. */
function broken(world: World): void {
  FAULTS.find(({ name }) => name === 'scp: explicit deny at an OU')?.inject(world);
  world.identity.Statement.pop();
}

const STORY: Story = { shape: { ask: 'queue', cross: false }, broken, unseen: 'the resource policies' };

describe('a fix after which something is likely to block still', () => {
  it('is open, and names it', async () => {
    const { causes, fixesTogether } = await told(STORY);
    expect(causes.map(({ key, rung, fix }) => [key, rung, fix?.check, fix?.stillBlocking])).toEqual([
      ['scp.explicit-deny', 'evaluated', 'open', ['identity.no-allow']],
      ['identity.no-allow', 'likely', 'still-blocked', ['scp.explicit-deny']],
    ]);
    expect(fixesTogether).toMatchObject({ check: 'open', stillBlocking: [] });
  });

  it('does not read as if nothing blocked then', async () => {
    const report = render([await told(STORY)], 'text').replaceAll(/\s+/g, ' ');
    expect(report).toContain(
      'checked: with this change, nothing that was read is certain to block it, but an identity policy (identity.no-allow) probably still does; not read: the queue policy',
    );
    expect(report).toContain('All fixes together: nothing that was read blocks it');
  });

  it('names what AWS says of a layer that nobody could read', async () => {
    const text = (world: World) => `${sentenceOf(world)} with an explicit deny in a service control policy`;
    const noAllow = (world: World) => {
      world.identity.Statement.pop();
      Object.assign(world, { resource: null });
    };
    const { causes } = await told({ ...STORY, broken: noAllow, unseen: 'the organization', text });
    expect(causes.map(({ key, fix }) => [key, fix?.check, fix?.stillBlocking])).toContainEqual([
      'identity.no-allow',
      'open',
      ['scp.named-by-aws'],
    ]);
  });
});
