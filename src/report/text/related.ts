import type { Related } from '../../model/diagnosis.ts';
import { escapeText } from '../escape/text.ts';
import type { Settings } from '../options.ts';
import { count } from '../words/count.ts';
import { alsoFixed, isStillDenied } from '../words/related.ts';
import { VERDICT_SYMBOLS } from '../words/symbols.ts';
import { causeLines } from './cause.ts';
import { indent, narrower, sentence } from './page.ts';

const COLORS = { allowed: 'green', denied: 'red', undetermined: 'yellow' } as const;

/** What the same call needs besides: a denial of it is what comes next. */
export function relatedLines(related: readonly Related[], settings: Settings): readonly string[] {
  if (related.length === 0) return [];
  const denied = related.filter(isStillDenied).length;
  const comes = denied === 0 ? 'The same call also needs:' : `What comes next (${count(denied, 'more denial')}):`;
  const told = new Set<string>();
  return ['', settings.palette.bold(comes), ...related.flatMap((one) => oneLines(one, told, settings))];
}

/** `told`: what was printed of causes already; of a cause that comes out the same only the name is repeated. */
function oneLines(
  { why, request, verdict, causes, afterFix }: Related,
  told: Set<string>,
  settings: Settings,
): readonly string[] {
  const { palette } = settings;
  const inner = narrower(settings, 4);
  const symbol = palette[COLORS[verdict]](VERDICT_SYMBOLS[verdict]);
  const resource = request.resource === null || request.resource === '*' ? '' : ` on ${escapeText(request.resource)}`;
  const lines = causes.flatMap((cause) => {
    const printed = causeLines(cause, request, inner);
    const text = printed.join('\n');
    if (told.has(text)) return sentence(`same cause as above (${cause.id})`, inner);
    told.add(text);
    return printed;
  });
  return [
    `${symbol} ${palette.bold(escapeText(request.action ?? 'request'))}  ${verdict}${resource}`,
    ...indent(sentence(`${why}${alsoFixed(afterFix)}`, inner, '', palette.dim), 4),
    ...indent(lines, 4),
  ];
}
