import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { replayedEnvironment, replayedOptions } from '../../src/cli/given/incident.ts';
import { findInText } from '../../src/cli/text/found-text.ts';
import { diagnoseSubjects } from '../../src/diagnose/diagnose-subjects.ts';
import { memoize } from '../../src/gather/readers/memoize.ts';
import type { SnapshotFile } from '../../src/gather/snapshot/format.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { redactSnapshot } from '../../src/gather/snapshot/redact-snapshot.ts';
import { snapshotReader } from '../../src/gather/snapshot/snapshot-reader.ts';

const FOLDER = join(import.meta.dirname, '../cases');
const CASES = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(FOLDER, entry.name, 'incident.json')))
  .map(({ name }) => name);

/** What is decided about each denial of an incident. */
async function decided(file: SnapshotFile): Promise<unknown> {
  const snapshot = openSnapshot(JSON.parse(JSON.stringify(file)));
  const { incident, takenAt } = snapshot;
  if (incident === null || takenAt === null) throw new Error('it has no incident, or no clock');
  const diagnoses = await diagnoseSubjects(findInText(incident.text).subjects, {
    given: replayedOptions(incident, { context: {}, missing: [], assume: {} }),
    read: memoize(snapshotReader(snapshot)),
    environment: replayedEnvironment(incident),
    now: takenAt,
    nowFrom: 'the snapshot',
  });
  return diagnoses.map(({ verdict, conclusion, steps, causes }) => ({
    verdict,
    conclusion,
    steps: steps.map(({ id, status, rung }) => [id, status, rung]),
    causes: causes.map(({ id, rung, fix }) => [id, rung, fix?.check]),
  }));
}

describe.each([false, true])('redacted, with names: %j', (names) => {
  it.each(CASES)('%s has the same verdict, steps and causes', async (name) => {
    const file: SnapshotFile = JSON.parse(readFileSync(join(FOLDER, name, 'incident.json'), 'utf8'));
    expect(await decided(redactSnapshot(file, { names }))).toEqual(await decided(file));
  });
});
