import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Gap } from '../../model/gap.ts';
import { upperFirst } from '../../model/layer-words.ts';
import type { StepId } from '../../model/step-id.ts';
import { escapeText } from '../escape/text.ts';
import type { Settings } from '../options.ts';
import { printCommand } from '../shell/quote.ts';
import { recordCommand } from '../words/can-command.ts';
import {
  gapClosing,
  isForOthers,
  isNotAsked,
  isOfCredentials,
  isOfSnapshot,
  isRefusedByAws,
  lacksCredentials,
  otherOrganization,
  setupReason,
} from '../words/gap.ts';
import { optionOf } from '../words/option.ts';
import { recordersOf } from '../words/owners.ts';
import { ownerWords } from '../words/who.ts';
import { sentence } from './page.ts';

const MOST_GAPS = 3;

/** Tells what is not known, why, and what closes it, under the step of whose layer it is: its title says it where nothing of the layer is known. */
export type TellGaps = (gaps: readonly Gap[], step: StepId | null, settings: Settings) => readonly string[];

/** Tells each gap of a diagnosis once, each owner once, and the command for them once. */
export function gapTeller(diagnosis: Diagnosis, { given }: Settings): TellGaps {
  const { request } = diagnosis;
  const told = new Set<string>();
  const isNew = (words: string) => !told.has(words) && told.add(words) !== undefined;
  const argv = recordCommand(request, given);
  const command = argv && printCommand(argv);

  function gapLines(gap: Gap, step: StepId | null, settings: Settings): readonly string[] {
    const foreign = isForOthers(gap) ? otherOrganization(gap, request) : null;
    if (foreign !== null) return ownerLines(gap, `${foreign}; its admin`, settings, 'them');
    const isSaid = gap.hides === 'key' || (gap.hides === 'layer' && gap.layer === step);
    if (isSaid && isNotAsked(gap)) return [];
    const what = isSaid ? '' : `${gap.what}: `;
    if (isOfCredentials(gap) && !isNew(`credentials: ${gap.code}`))
      return isSaid ? [] : sentence(`${gap.what} could not be read either`, settings);
    const owner = ownerWords(gap.who, {
      account: gap.account,
      resource: request.resource,
      accounts: request.accounts,
    });
    const { shownBy, ...unshown } = gap;
    const closing = `${what}${gapClosing(briefly(unshown), diagnosis)}`;
    return [
      ...(shownBy === undefined
        ? sentence(closing, settings)
        : [...sentence(`${closing}; get it with:`, settings), settings.palette.bold(escapeText(shownBy))]),
      ...(isForOthers(gap) ? ownerLines(gap, owner, settings) : []),
    ];
  }

  /** What is wrong with the setup of the credentials, or with a profile, is the same for every read: told in full once. */
  function briefly({ detail, note, ...brief }: Gap): Gap {
    return {
      ...brief,
      ...(detail !== undefined && isNew(`detail: ${detail}`) ? { detail } : {}),
      ...(note !== undefined && isNew(`note: ${note}`) ? { note } : {}),
    };
  }

  /** How somebody else reads it for you: the same question there, its answers recorded, the file brought here. */
  function ownerLines(gap: Gap, owner: string, settings: Settings, it: 'it' | 'them' = 'it'): readonly string[] {
    if (!isNew(`owner: ${owner}`)) return [];
    if (!isNew('command')) return sentence(`${owner} can record ${it} with the command above`, settings);
    const live = settings.offline || isOfSnapshot(gap) ? '' : ' --live';
    const bring = `then run this again with --snapshot part.json${live}`;
    if (command === undefined)
      return sentence(`${owner} can run denytrace on the same text with --record part.json; ${bring}`, settings);
    return [...sentence(`${owner} can read ${it}:`, settings), settings.palette.bold(command), bring];
  }

  return (gaps, step, settings) => {
    const fresh = gaps.filter((gap) => isNew(JSON.stringify([gap.what, optionOf(gap), gap.permission, gap.account])));
    const most = settings.detail === 'verbose' ? fresh.length : MOST_GAPS;
    const more = fresh.length - most;
    return [
      ...fresh.slice(0, most).flatMap((gap) => gapLines(gap, step, settings)),
      ...(more > 0 ? [`and ${more} more (-v)`] : []),
    ];
  };
}

/** Why something is missing in short reports, where the person who runs this can put it right: each reason once for all of them. */
export function setupLines(diagnoses: readonly Diagnosis[], settings: Settings): readonly string[] {
  const open = diagnoses.flatMap((diagnosis) => (diagnosis.conclusion === 'inconclusive' ? diagnosis.open : []));
  const reasons = new Map<string | null, string>();
  for (const gap of open) {
    const reason = setupReason(gap);
    // One host that cannot be reached stands for all of them.
    if (reason !== null && !reasons.has(gap.code)) reasons.set(gap.code, reason);
  }
  return [...reasons.values()].flatMap((reason) => sentence(`The rest could not be read: ${reason}`, settings, '! '));
}

/** Who may read what AWS was not asked for, and the command for them: the owners that the answer names. Nothing where the change is yours alone. */
function othersLines(diagnosis: Diagnosis, settings: Settings): readonly string[] {
  const { denial, open, request } = diagnosis;
  const owners = recordersOf(diagnosis);
  if (denial === null || owners.length === 0 || !open.some((gap) => isNotAsked(gap) && gap.who !== 'you')) return [];
  const argv = recordCommand(request, settings.given);
  const command = argv && printCommand(argv);
  const one = owners.length === 1;
  const run = command === undefined ? 'denytrace on the same text with --record part.json' : 'this';
  const who = upperFirst(owners.join(' and '));
  const words = one
    ? `${who} can read it and make the change. To see it here, have them run ${run}, then add --snapshot part.json`
    : `${who} can each read and change their part. To see it here, have each of them run ${run}, then add each file with --snapshot`;
  return command === undefined
    ? sentence(`${words}.`, settings)
    : [...sentence(`${words}:`, settings), settings.palette.bold(command)];
}

/** What would show more, said once under everything that could not be seen. */
export function hintLines(diagnosis: Diagnosis, settings: Settings): readonly string[] {
  const { open } = diagnosis;
  const hints = [
    ...(open.some(isNotAsked)
      ? ['Nothing was read from AWS (--no-aws). Without it, denytrace reads what your credentials allow.']
      : []),
    ...(open.some(lacksCredentials)
      ? [
          'No AWS credentials were found. Pass --profile, set AWS_PROFILE or sign in, and denytrace reads what they allow.',
        ]
      : []),
    ...(open.some(isRefusedByAws)
      ? ['Run denytrace permissions for the IAM policy that allows the reads that AWS denied.']
      : []),
  ];
  return [...hints.flatMap((hint) => ['', ...sentence(hint, settings)]), ...othersLines(diagnosis, settings)];
}
