import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEMO_NAMES, loadDemo } from '../../src/cli/demo-incidents.ts';
import { planFixes } from '../../src/cli/fix-dir/plan-fixes.ts';
import { replayedEnvironment, replayedOptions } from '../../src/cli/given/incident.ts';
import { findInText } from '../../src/cli/text/found-text.ts';
import { diagnose } from '../../src/diagnose/diagnose.ts';
import { diagnoseSubjects } from '../../src/diagnose/diagnose-subjects.ts';
import { memoize } from '../../src/gather/readers/memoize.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { snapshotReader } from '../../src/gather/snapshot/snapshot-reader.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { FAULTS, sentenceOf, shapes } from '../broken-worlds/shapes.ts';
import { soundWorld } from '../broken-worlds/world.ts';
import { worldSnapshot } from '../broken-worlds/world-snapshot.ts';
import { diagnoseSituation } from '../cases/tables/cause-case.ts';
import { CAUSE_CASES } from '../cases/tables/tables.ts';
import { AWAY, denial, HOME, USER, worldWith } from '../diagnose/world.ts';
import { runs } from '../effort.ts';
import { denied } from '../requirements/requirements-of.ts';
import { brokenRules, RULES } from './aws-rules.ts';
import { resourceWorlds } from './resource-worlds.ts';
import { shownDocuments } from './shown-document.ts';

/** What the diagnoses show that breaks a rule; and at least so many documents are shown, or nothing was tested. */
function expectTaken(diagnoses: readonly Diagnosis[], from: string, atLeast: number): void {
  const shown = diagnoses.flatMap((diagnosis) => shownDocuments(diagnosis, from));
  expect(shown.flatMap(brokenRules).slice(0, 10).join('\n')).toBe('');
  expect(shown.length).toBeGreaterThanOrEqual(atLeast);
}

async function replayed(file: unknown): Promise<readonly Diagnosis[]> {
  const snapshot = openSnapshot(file);
  const { incident, takenAt } = snapshot;
  if (incident === null || takenAt === null) throw new Error('no incident, or no clock');
  return diagnoseSubjects(findInText(incident.text).subjects, {
    given: replayedOptions(incident, { context: {}, missing: [], assume: {} }),
    read: memoize(snapshotReader(snapshot)),
    environment: replayedEnvironment(incident),
    now: takenAt,
    nowFrom: 'the snapshot',
  });
}

describe('AWS takes every document that is shown', () => {
  it.each(DEMO_NAMES)('in the demo %s', async (name) => {
    expectTaken(await replayed(await loadDemo(name)), name, 1);
  });

  it('in the incidents of test/cases', async () => {
    const folder = `${import.meta.dirname}/../cases`;
    const names = readdirSync(folder).filter((name) => existsSync(`${folder}/${name}/incident.json`));
    expect(names.length).toBeGreaterThan(40);
    for (const name of names)
      expectTaken(await replayed(JSON.parse(readFileSync(`${folder}/${name}/incident.json`, 'utf8'))), name, 0);
  });

  it('for every cause that there is', async () => {
    const all: Diagnosis[] = [];
    for (const { is } of CAUSE_CASES) all.push(await diagnoseSituation(is));
    expectTaken(all, 'a cause', 300);
  });

  it('in a folder of --fix-dir, which holds the fixes of a whole log', async () => {
    const queue = (name: string) => `arn:aws:sqs:us-east-1:${AWAY}:${name}`;
    const statement = {
      Effect: 'Allow',
      Action: 'sns:Publish',
      Resource: `arn:aws:sns:us-east-1:${HOME}:${'x'.repeat(6_000 - 330)}`,
    };
    const versions = [
      { VersionId: 'v1', IsDefaultVersion: true, Document: { Version: '2012-10-17', Statement: [statement] } },
    ];
    const world = worldWith({
      [`accounts/${HOME}/authorizationDetails/Policies/1/PolicyVersionList`]: versions,
      [`accounts/${HOME}/authorizationDetails/UserDetailList/0/GroupList`]: [],
    });
    const text = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => denial(USER, 'sqs:SendMessage', queue(name))).join('\n');
    const { documents } = planFixes(await diagnose({ text }, { source: openSnapshot(world) }));
    const boundaries = documents.filter(({ policy }) => policy?.kind === 'boundary');
    expect(boundaries.length).toBeGreaterThan(1);
    expect(boundaries.filter(({ document }) => JSON.stringify(document).length > 6_144)).toEqual([]);
  });

  it('in random broken worlds', async () => {
    await fc.assert(
      fc.asyncProperty(shapes, fc.nat(), async (shape, pick) => {
        const world = soundWorld(shape);
        const fitting = FAULTS.filter((fault) => fault.fits(world));
        const fault = fitting[pick % fitting.length];
        fault?.inject(world);
        const found = await diagnose(
          { text: sentenceOf(world) },
          { source: openSnapshot(worldSnapshot(world)), missing: world.given.missing },
        );
        expectTaken(found, `${fault?.name} ${JSON.stringify(shape)}`, 0);
      }),
      { numRuns: runs(60, 3_000) },
    );
  });

  it('for resources of every service whose policies we know, whatever is asked for, and however full their documents are', async () => {
    await fc.assert(
      fc.asyncProperty(resourceWorlds, async ({ world, text, name }) => {
        expectTaken(await diagnose({ text }, { source: openSnapshot(world) }), name, 0);
      }),
      { numRuns: runs(150, 5_000) },
    );
  });

  it('for a text of which nothing can be read', async () => {
    await fc.assert(
      fc.asyncProperty(resourceWorlds, async ({ caller, action, resource, name }) => {
        expectTaken(await diagnose({ text: denied(caller, action, resource) }, { source: 'none' }), name, 1);
      }),
      { numRuns: runs(60, 2_000) },
    );
  });
});

it('every rule has AWS’s page', () => {
  expect(RULES.filter(({ page }) => !page.startsWith('https://docs.aws.amazon.com/'))).toEqual([]);
});

it.each([
  [
    'a Resource in a trust policy',
    { kind: 'trust' as const, service: null },
    { Principal: { AWS: '111122223333' }, Action: 'sts:AssumeRole', Resource: '*' },
  ],
  [
    'a Principal in an SCP',
    { kind: 'scp' as const, service: null },
    { Principal: '*', Action: 'sts:AssumeRole', Resource: '*' },
  ],
  [
    'the key’s own ARN in a key policy',
    { kind: 'resource' as const, service: 'kms' },
    { Principal: '*', Action: 'kms:Decrypt', Resource: 'arn:aws:kms:eu-west-1:111122223333:key/x' },
  ],
  [
    'an action of another service in a bucket policy',
    { kind: 'resource' as const, service: 's3' },
    { Principal: '*', Action: 'kms:Decrypt', Resource: 'arn:aws:s3:::b' },
  ],
  [
    'an Allow in an RCP',
    { kind: 'rcp' as const, service: null },
    { Principal: '*', Action: 's3:GetObject', Resource: '*' },
  ],
  [
    'a Sid with a space',
    { kind: 'managed' as const, service: null },
    { Sid: 'My statement', Action: 's3:GetObject', Resource: '*' },
  ],
  [
    'a managed policy that is too large',
    { kind: 'managed' as const, service: null },
    { Action: 's3:GetObject', Resource: `arn:aws:s3:::${'x'.repeat(6_100)}` },
  ],
])('the rules find %s', (_, about, statement) => {
  const now = { Effect: 'Allow', ...statement };
  const ours = [{ now, before: null }];
  const document = { Version: '2012-10-17', Statement: [now] };
  expect(
    brokenRules({ from: 'here', holder: null, isFragment: false, ...about, document, ours, stood: [] }),
  ).toHaveLength(1);
});
