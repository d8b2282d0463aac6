import type { DiagnosedRequest } from '../../model/diagnosis.ts';
import type { Gap } from '../../model/gap.ts';
import type { Settings } from '../options.ts';
import { printCommand } from '../shell/quote.ts';
import { gapAdvice, gapOwner, gapReason, isForOthers } from '../words/gap.ts';
import { canCommand } from '../words/request.ts';
import { sentence } from './page.ts';

const MOST_GAPS = 3;

/** What is not known, why, and what closes it. */
export function gapLines(gaps: readonly Gap[], request: DiagnosedRequest, settings: Settings): readonly string[] {
  const most = settings.detail === 'verbose' ? gaps.length : MOST_GAPS;
  const lines = gaps.slice(0, most).flatMap((gap) => {
    const reason = [gapReason(gap), ...gapAdvice(gap)].join('; ');
    return sentence(`${gap.what}: ${reason}`, settings);
  });
  const more = gaps.length - most;
  return [
    ...lines,
    ...(more > 0 ? [`and ${more} more (-v)`] : []),
    ...recordLines(gaps.find(isForOthers), request, settings),
  ];
}

/** How somebody else reads it for you: the same question there, its answers recorded, the file brought here. */
function recordLines(gap: Gap | undefined, request: DiagnosedRequest, settings: Settings): readonly string[] {
  if (gap === undefined) return [];
  const owner = gapOwner(gap, request.resource);
  const argv = canCommand(request, '--record', 'part.json');
  const command = argv && printCommand(argv);
  if (command === undefined)
    return sentence(
      `${owner} can run denytrace on the same text with --record part.json; then add --snapshot part.json --live here`,
      settings,
    );
  return [
    ...sentence(`${owner} can read it:`, settings),
    settings.palette.cyan(command),
    'then add --snapshot part.json --live here',
  ];
}
