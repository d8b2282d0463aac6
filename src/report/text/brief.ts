import type { Diagnosis } from '../../model/diagnosis.ts';
import { upperFirst } from '../../model/layer-words.ts';
import { escapeText } from '../escape/text.ts';
import type { Settings } from '../options.ts';
import type { Place } from '../place.ts';
import { conclusionWords } from '../words/conclusion.ts';
import { outcomeWords, placeWords, subjectWords } from '../words/outcome.ts';
import { isProven, leadingFix, ownersOf } from '../words/owners.ts';
import { ownerWords } from '../words/who.ts';

/** A denial in one line, however long: what was asked, what blocks it, and the change with who makes it, or who has to look. */
export function brief(diagnosis: Diagnosis, place: Place, { palette }: Settings): string {
  const resource = diagnosis.request.resource ?? diagnosis.denial?.resource ?? null;
  const parts = [
    palette.bold(escapeText(subjectWords(diagnosis))),
    outcomeWords(diagnosis),
    ...(resource === null || resource === '*' ? [] : [escapeText(resource)]),
    escapeText(placeWords(diagnosis, place)),
    escapeText(whatBlocks(diagnosis)),
    escapeText(whoActs(diagnosis)),
  ];
  return parts.filter((part) => part !== '').join('  ');
}

function whatBlocks(diagnosis: Diagnosis): string {
  const { causes } = diagnosis;
  const first = causes.find(isProven) ?? causes[0];
  const more = causes.length > 1 ? ` (+${causes.length - 1} more)` : '';
  const finding = conclusionWords(diagnosis, 'left out');
  return [
    ...(finding === null ? [] : [`! ${finding}`]),
    ...(first === undefined ? [] : [`✗ ${first.id}: ${first.summary}${more}`]),
  ].join('  ');
}

/** Empty where there is nothing to do. */
function whoActs(diagnosis: Diagnosis): string {
  const { causes, request, verdict, denial } = diagnosis;
  const lead = leadingFix(causes);
  if (lead?.fix) {
    const { who, account, summary } = lead.fix;
    const owner = ownerWords(who, {
      account,
      layer: lead.layer,
      resource: request.resource,
      accounts: request.accounts,
    });
    return `→ ${who === 'you' ? upperFirst(summary) : `${upperFirst(owner)}: ${summary}`}`;
  }
  const owners = denial === null && verdict === 'allowed' ? [] : ownersOf(diagnosis);
  return owners.length === 0 ? '' : `→ ask ${owners.join(', or ')}`;
}
