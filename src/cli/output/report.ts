import type { Diagnosis } from '../../model/diagnosis.ts';
import type { UserOptions } from '../../model/question.ts';
import type { RenderOptions } from '../../report/options.ts';
import { renderInPieces, renderLoaded } from '../../report/render-loaded.ts';
import type { Flags } from '../command-line/flags.ts';
import { givenOptions } from '../given/given-options.ts';
import type { Host } from '../host.ts';
import type { FoundText } from '../text/found-text.ts';
import { colorsFor } from './colors.ts';
import { hasHyperlinks } from './hyperlinks.ts';
import { appendJobSummary } from './job-summary.ts';
import type { Output } from './output.ts';

/** What a report is about, beside the diagnoses. */
export type About = Pick<FoundText, 'lines' | 'files'> & { readonly file?: string; readonly given: UserOptions };

/** Prints a report on a stream, as wide and as colourful as that is. */
export async function printReport(
  diagnoses: readonly Diagnosis[],
  about: About,
  output: Output,
  flags: Flags,
  host: Host,
): Promise<void> {
  const color = flags.format === 'text' ? await colorsFor(output, host, flags.color) : undefined;
  const options = renderOptions(about, flags);
  const pieces = renderInPieces(diagnoses, flags.format, {
    ...options,
    ...(color === undefined ? {} : { color, hyperlinks: hasHyperlinks(output, host.env) }),
    ...(output.columns === undefined ? {} : { width: output.columns }),
    ...(output.rows === undefined ? {} : { height: output.rows }),
  });
  for await (const piece of pieces) await output.write(piece);
  if (flags.format === 'github') await appendJobSummary(await renderLoaded(diagnoses, 'markdown', options), host);
}

/** The options of a report that do not depend on where it goes. */
export function renderOptions({ lines, files, file, given }: About, flags: Flags): RenderOptions {
  return {
    lines,
    files,
    all: flags.all === true,
    detail: flags.quiet === true ? 'quiet' : flags.verbose === true ? 'verbose' : 'normal',
    fixFormat: flags.fixFormat,
    given: givenOptions(flags, given),
    offline: flags.snapshot.length > 0 && flags.live !== true,
    ...(file === undefined ? {} : { file }),
    ...(flags.fixDir === undefined ? {} : { fixDir: flags.fixDir }),
  };
}
