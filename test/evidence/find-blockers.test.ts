import { describe, expect, it } from 'vitest';
import { decided, withBlockers } from '../../src/evidence/blockers/find-blockers.ts';
import type { DenialCase } from '../../src/model/denial-case.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { sentenceOf } from '../broken-worlds/shapes.ts';
import type { World } from '../broken-worlds/world.ts';
import { type Story, told } from '../checklist/steps-of-story.ts';
import { ALLOW, refOf, subjectOf } from '../fix/subject.ts';
import { denialOf } from '../parts/denial-of.ts';

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

describe('the blockers of a case', () => {
  const policy = refOf('scp', { attachedTo: 'ou-root-builds01' });
  const denied = subjectOf({ policy, statements: [ALLOW, DENY] });
  const words = ({ blockers }: DenialCase) => blockers.map(({ kind, layer }) => `${layer} ${kind}`);

  it('are found again for the policies that it is decided with', () => {
    const allowed = subjectOf({ policy, statements: [ALLOW] });
    if (denied.request === null) throw new Error('the request is known');
    const after = decided(denied, denied.request, allowed.facts.policies);
    expect([words(denied), words(after), after.verdict.allowed]).toEqual([['scp explicit-deny'], [], 'yes']);
    expect(after.facts).toEqual({ ...denied.facts, policies: allowed.facts.policies });
  });

  it('are found again for the request that it is decided with', () => {
    if (denied.request === null) throw new Error('the request is known');
    const other = { ...denied.request, action: 'sns:Publish' };
    expect(words(decided(denied, other, denied.facts.policies))).toEqual([]);
  });

  it('follow AWS’s reason, where that is taken away', () => {
    const reason = { layer: 'rcp', effect: 'explicit', policyArn: null } as const;
    const named = withBlockers({ ...denied, denial: denialOf({ reason }) });
    expect(words(named)).toEqual(['scp explicit-deny', 'rcp named-by-aws']);
    expect(words(withBlockers({ ...named, denial: denialOf({ reason: null }) }))).toEqual(['scp explicit-deny']);
  });
});
