import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { sentenceOf } from '../broken-worlds/shapes.ts';
import type { World } from '../broken-worlds/world.ts';
import { type Story, told } from '../checklist/steps-of-story.ts';

const DENY = { Sid: 'NoQueues', Effect: 'Deny', Action: 'sqs:*', Resource: '*' } as const;

/** Within one account, a queue whose policy nobody may have seen: it may make an Allow of the caller's policies unnecessary. */
function queueStory(broken: (world: World) => void, parts: Partial<Story> = {}): Promise<Diagnosis> {
  return told({ shape: { ask: 'queue', cross: false }, broken, ...parts });
}

function found({ causes }: Diagnosis): readonly string[] {
  return causes.map(({ key, rung }) => `${key} ${rung}`);
}

/** The statement that allows the queue goes, and a Deny stands there instead. */
function denyAndNoAllow({ identity }: World): void {
  identity.Statement.pop();
  identity.Statement.push(DENY);
}

describe('a Deny', () => {
  it('hides no missing Allow of the same layer', async () => {
    expect(found(await queueStory(denyAndNoAllow, { unseen: 'the resource policies' }))).toEqual([
      'identity.explicit-deny evaluated',
      'identity.no-allow likely',
    ]);
  });

  it('stands beside a missing Allow that is certain where nothing makes it unnecessary', async () => {
    const silent = (world: World) => {
      denyAndNoAllow(world);
      Object.assign(world, { resource: null });
    };
    expect(found(await queueStory(silent))).toEqual([
      'identity.explicit-deny evaluated',
      'identity.no-allow evaluated',
    ]);
  });

  it('stands alone where an Allow is there', async () => {
    const onlyDeny = ({ identity }: World) => void identity.Statement.push(DENY);
    expect(found(await queueStory(onlyDeny, { unseen: 'the resource policies' }))).toEqual([
      'identity.explicit-deny evaluated',
    ]);
  });

  it('leaves a missing Allow as certain as AWS makes it', async () => {
    const text = (world: World) =>
      `${sentenceOf(world)} because no identity-based policy allows the sqs:SendMessage action`;
    expect(found(await queueStory(denyAndNoAllow, { unseen: 'the resource policies', text }))).toEqual([
      'identity.explicit-deny aws',
      'identity.no-allow aws',
    ]);
  });

  it('that only AWS’s word tells of hides none either', async () => {
    const text = (world: World) => `${sentenceOf(world)} with an explicit deny in an identity-based policy`;
    const noAllow = ({ identity }: World) => void identity.Statement.pop();
    expect(found(await queueStory(noAllow, { unseen: 'the resource policies', text }))).toEqual([
      'identity.named-by-aws aws',
      'identity.no-allow likely',
    ]);
  });
});
