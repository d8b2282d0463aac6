import { openSnapshot } from '../../gather/snapshot/open-snapshot.ts';
import { nearestTexts } from '../../reference/edit-distance.ts';
import type { Request } from '../command-line/flags.ts';
import { DEMO_NAMES, loadDemo } from '../demo-incidents.ts';
import { EXIT } from '../exit-code.ts';
import { replayedEnvironment, replayedOptions } from '../given/incident.ts';
import { userOptions } from '../given/user-options.ts';
import type { Host } from '../host.ts';
import { deliver } from '../output/deliver.ts';
import { progressLine } from '../output/progress-line.ts';
import { printReport } from '../output/report.ts';
import { wrapped } from '../output/say.ts';
import { diagnoseAll } from '../reading/diagnose-all.ts';
import { findInText } from '../text/found-text.ts';
import { UsageError } from '../usage-error.ts';

/** Diagnoses an incident that comes with denytrace; its text and the names of the others go to standard error, except with --quiet. */
export async function demoCommand({ name, flags }: Extract<Request, { command: 'demo' }>, host: Host): Promise<number> {
  const wanted = name ?? DEMO_NAMES[0] ?? '';
  const file = await loadDemo(wanted);
  if (file === undefined) throw new UsageError(noDemo(wanted));
  const snapshot = openSnapshot(file);
  const { incident } = snapshot;
  if (incident === null) throw new Error(`the demo ${wanted} has no incident`);
  const tell = (text: string) => (flags.quiet === true ? undefined : host.stderr.write(wrapped(text, host.stderr)));
  await tell(`The text of this incident:\n\n${incident.text.trim()}\n\n`);
  const found = findInText(incident.text);
  const offline = { ...flags, aws: false, snapshot: [] };
  const given = replayedOptions(incident, userOptions(offline));
  const recorded = { subjects: found.subjects, given, environment: replayedEnvironment(incident) };
  const diagnosed = await diagnoseAll(recorded, snapshot, offline, host, progressLine(host, true));
  const about = { ...found, given };
  await deliver(diagnosed, flags, host, (shown) => printReport(diagnosed.diagnoses, about, host.stdout, shown, host));
  const others = DEMO_NAMES.filter((other) => other !== wanted);
  await tell(`\nOthers, with denytrace demo NAME: ${others.join(', ')}\n`);
  return EXIT.fine;
}

function noDemo(name: string): string {
  const [near] = nearestTexts(name, DEMO_NAMES, 1);
  const meant = near === undefined ? '' : ` (did you mean ${near}?)`;
  return `there is no demo ${name}${meant}; there are ${DEMO_NAMES.join(', ')}`;
}
