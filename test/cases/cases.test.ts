import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import { diagnosisExitCode } from '../../src/cli/exit-code.ts';
import { replayedEnvironment, replayedOptions } from '../../src/cli/given/incident.ts';
import { findInText } from '../../src/cli/text/found-text.ts';
import { diagnoseSubjects } from '../../src/diagnose/diagnose-subjects.ts';
import { memoize } from '../../src/gather/readers/memoize.ts';
import { openSnapshot } from '../../src/gather/snapshot/open-snapshot.ts';
import { snapshotReader } from '../../src/gather/snapshot/snapshot-reader.ts';
import { render } from '../../src/report/render.ts';
import { expectGolden } from '../golden.ts';

/**
 * Each folder is an incident: `incident.json` is a snapshot with its `incident`, `expected.txt` the report at 80 columns without colours
 * and the exit code.
 */
const CASES = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'tables' && entry.name !== 'decisions')
  .map(({ name }) => name);

async function reportOf(incidentFile: string): Promise<string> {
  const snapshot = openSnapshot(JSON.parse(readFileSync(incidentFile, 'utf8')));
  const { incident, takenAt } = snapshot;
  if (incident === null || takenAt === null) throw new Error(`${incidentFile} has no incident, or no clock`);
  const { subjects, lines } = findInText(incident.text);
  const diagnoses = await diagnoseSubjects(subjects, {
    given: replayedOptions(incident, { context: {}, missing: [], assume: {} }),
    read: memoize(snapshotReader(snapshot)),
    environment: replayedEnvironment(incident),
    now: takenAt,
    nowFrom: 'the snapshot',
  });
  const report = render(diagnoses, 'text', { width: 80, lines });
  return `${report}\nexit: ${diagnosisExitCode(diagnoses, false)}\n`;
}

describe('the incident', () => {
  it.each(CASES)('%s is told as expected', async (name) => {
    const folder = `${import.meta.dirname}/${name}`;
    const report = await reportOf(`${folder}/incident.json`);
    expectGolden(`${folder}/expected.txt`, report);
  });
});
