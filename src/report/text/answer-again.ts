import type { Diagnosis } from '../../model/diagnosis.ts';
import { groupsOf } from '../groups.ts';
import { PLAIN, type Settings } from '../options.ts';
import { placeAt } from '../place.ts';
import { shownOf } from '../words/selection.ts';
import { brief } from './brief.ts';
import { answerLines } from './header.ts';

const MOST_GROUPS = 6;

/**
 * The answer once more, for the end of a report that is longer than the terminal is high: what is on top of it has scrolled away by
 * then. A report about several denials gets a line for each of the first groups, as many as fit.
 *
 * @param report prints the report; without colours and links, its characters are what the terminal shows
 */
export function answerAgain(
  diagnoses: readonly Diagnosis[],
  report: (settings: Settings) => string,
  settings: Settings,
): readonly string[] {
  const { height } = settings;
  if (height === null) return [];
  const plain = { ...settings, palette: PLAIN, hyperlinks: false };
  if (fits(report(plain).trimEnd().split('\n'), height, plain)) return [];
  const groups = groupsOf(diagnoses);
  const [only, ...others] = shownOf(groups, settings);
  if (only !== undefined && others.length === 0) return apart(answerLines(only.diagnosis, settings, 'above'));
  const firsts = groups.slice(0, MOST_GROUPS).flatMap(({ members: [first] }) => first ?? []);
  const lines = (how: Settings) => firsts.map(({ diagnosis, index }) => brief(diagnosis, placeAt(how, index), how));
  const inPlain = lines(plain);
  // The empty line above takes a row as well.
  return apart(lines(settings).filter((_, index) => fits(['', ...inPlain.slice(0, index + 1)], height, plain)));
}

/** True where the lines are on the screen together; below them is the row of the prompt. */
function fits(lines: readonly string[], height: number, { width }: Settings): boolean {
  return lines.reduce((rows, line) => rows + Math.max(1, Math.ceil(line.length / width)), 0) < height;
}

function apart(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', ...lines];
}
