import { pageOf } from '../../causes/texts/pages.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Settings } from '../options.ts';
import { printCommand } from '../shell/quote.ts';
import { assumedWords } from '../words/assumed.ts';
import { verifyCommand, verifyWords } from '../words/can-command.ts';
import { togetherWords } from '../words/check.ts';
import { hyperlink } from './hyperlink.ts';
import { sentence } from './page.ts';

/** What holds for the report as a whole: the joint check, what was assumed, and where to read more. */
export function footer(diagnosis: Diagnosis, settings: Settings): readonly string[] {
  return [
    ...togetherLines(diagnosis, settings),
    ...verifyLines(diagnosis, settings),
    ...assumedLines(diagnosis, settings),
    ...explainLines(diagnosis, settings),
  ];
}

function togetherLines(diagnosis: Diagnosis, settings: Settings): readonly string[] {
  const words = togetherWords(diagnosis);
  return words === null ? [] : ['', ...sentence(`All fixes together: ${words}`, settings, '', settings.palette.bold)];
}

/** How to see that the change has arrived, where a fix changes a document: on one line, so that it can be pasted. */
function verifyLines(diagnosis: Diagnosis, settings: Settings): readonly string[] {
  const { given, palette } = settings;
  const argv = verifyCommand(diagnosis, given);
  const command = argv && printCommand(argv);
  if (command === undefined) return [];
  return ['', ...sentence(verifyWords(diagnosis, given), settings, '', palette.dim), palette.bold(command)];
}

/** Assumptions about a layer stand in its step; the others would be silent. */
function assumedLines({ assumptions }: Diagnosis, settings: Settings): readonly string[] {
  const silent = assumptions.filter(({ step }) => settings.detail === 'verbose' || step === undefined);
  if (silent.length === 0) return [];
  const lines = silent.flatMap((each) => sentence(assumedWords(each), settings, '', settings.palette.dim));
  return ['', ...lines];
}

/** Each id with its command; on a narrow page the command alone, which ends with the id. The id is a link to AWS’s page. */
function explainLines({ causes, related }: Diagnosis, settings: Settings): readonly string[] {
  const { palette, width } = settings;
  const ids = [...new Set([...causes, ...related.flatMap((one) => one.causes)].map(({ id }) => id))];
  if (ids.length === 0) return [];
  const widest = Math.max(...ids.map((id) => id.length));
  const fit = ids.every((id) => `${' '.repeat(widest)}   denytrace explain ${id}`.length <= width);
  const lines = ids.map((id) => {
    const link = hyperlink(id, () => pageOf(id), settings);
    return fit ? `${link}${' '.repeat(widest - id.length)}   denytrace explain ${id}` : `denytrace explain ${link}`;
  });
  return ['', ...lines.map((line) => palette.dim(line))];
}
