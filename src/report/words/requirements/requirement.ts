import type { Diagnosis } from '../../../model/diagnosis.ts';
import { LAYER_WORDS, upperFirst } from '../../../model/layer-words.ts';
import type { Placeholder, Requirement, Way } from '../../../model/requirement.ts';
import { someOf } from '../../../model/some-of.ts';
import { resourceOfRun } from '../../../reference/resources/resource-of-run.ts';
import { alikeLines } from '../alike.ts';
import { besideChange } from '../beside-change.ts';
import { denyLines } from '../deny.ts';
import { FILL_IN, FILL_IN_ALONE } from '../headings.ts';
import { legendOf } from '../legend.ts';
import { unknownKeys } from '../open-keys.ts';
import { whichCall } from '../which-call.ts';
import { whoCalled } from '../who-called.ts';
import { type RequirementItem, type RequirementLine, value, words } from './requirement-line.ts';
import { requirementNotes } from './requirement-notes.ts';
import { documentWords, limitWords, requirementTitle, writtenTitle } from './requirement-title.ts';
import { isGrouped, listedRequirements, shownRequirements } from './shown-requirements.ts';

/** What the list of requirements says. */
export interface RequirementList {
  readonly heading: string;
  readonly items: readonly RequirementItem[];
  /** What the words in capitals stand for. */
  readonly legend: readonly string[];
  /** The heading of the legend. */
  readonly fillIn: string;
}

const HEADING = 'What must be in place';
/** Nothing of the policy was read, so that nothing is known but that this would do. */
const NOT_CHECKED = `${HEADING} (not checked)`;

/**
 * The requirements that a report prints: where no cause is certain, all that are not met; where only AWS's words name the layer, what that
 * layer needs. Undefined where everything is explained.
 * @param alike denials that are not reported on their own: what they need in the same documents is said here
 */
export function requirementList(diagnosis: Diagnosis, alike: readonly Diagnosis[] = []): RequirementList | undefined {
  const shown = shownRequirements(diagnosis);
  if (shown.length === 0) return undefined;
  const grouped = shown.filter(isGrouped);
  const single = listedRequirements(diagnosis);
  const asksCaller = shown.some(({ placeholders }) => placeholders.some(isWhoCalled));
  const call = whichCall(shown);
  const first = [...(call === undefined ? [] : [call]), ...(asksCaller ? [whoCalled(diagnosis)] : [])];
  const numbers = new Map(single.map(({ id }, index) => [id, index + 1 + first.length]));
  const items = withoutRepeats([
    ...first,
    ...single.map((one) => withAlike(itemOf(one, numbers, shown, diagnosis), one, alike)),
    ...(grouped.length === 0 ? [] : [limits(grouped, granting(single, numbers))]),
  ]);
  return {
    heading: diagnosis.conclusion === 'explained' ? NOT_CHECKED : HEADING,
    items,
    fillIn: diagnosis.denial === null ? FILL_IN_ALONE : FILL_IN,
    legend: legendOf([...shown, ...alike.flatMap(({ requirements }) => requirements)], items, diagnosis.request.action),
  };
}

/** True for what a masked account or name does not hide: the caller itself. */
function isWhoCalled({ fills, token }: Placeholder): boolean {
  return fills === 'caller' && token !== 'CALLER_ACCOUNT' && token !== 'HIDDEN';
}

/** Each command once: what lists the policies of the caller shows them for every statement. */
function withoutRepeats(items: readonly RequirementItem[]): readonly RequirementItem[] {
  const printed = new Set<string>();
  const isNew = (line: RequirementLine) => {
    const command = line.kind === 'command' ? line.argv.join('\n') : undefined;
    if (command === undefined) return true;
    if (printed.has(command)) return false;
    printed.add(command);
    return true;
  };
  return items.map((item) => ({ ...item, lines: item.lines.filter(isNew) }));
}

/** True where a fix above is the statement as a whole document: what is there now, and what usually is wrong, is left to say. */
function isWrittenAbove({ id, step }: Requirement, { causes }: Diagnosis): boolean {
  return id === step && causes.some(({ layer, fix }) => layer === step && fix !== null && fix.documents.length > 0);
}

function itemOf(
  one: Requirement,
  numbers: ReadonlyMap<string, number>,
  shown: readonly Requirement[],
  diagnosis: Diagnosis,
): RequirementItem {
  const keys = one.id === one.step ? unknownKeys(diagnosis, ({ step }) => step === one.step) : [];
  // The statement is there, and its Condition decides.
  if (keys.length > 0) return { title: `${upperFirst(documentWords(one))} ${decidedBy(keys)}`, lines: [] };
  const isWritten = isWrittenAbove(one, diagnosis);
  const ways = one.need === 'allow' && !isWritten ? one.ways : [];
  const beside = shown.some(({ id }) => id === 'identity') ? '' : besideChange(one, diagnosis);
  return {
    title: isWritten ? writtenTitle(one) : requirementTitle(one, diagnosis.requirements),
    lines: [
      ...(one.likely === null || diagnosis.causes.length > 0 ? [] : [words(`Look here first: ${one.likely}.`)]),
      ...(beside === '' ? [] : [words(beside)]),
      ...ways.flatMap((way) => wayLines(way, one, numbers, shown, beside === '' ? diagnosis.requirements : [])),
      ...(isWritten ? [] : widerLines(one, diagnosis)),
      ...(one.need === 'value' ? expectedOf(one).map(value) : []),
      ...commandLines(one),
      ...denyLines(one),
      ...requirementNotes(one, diagnosis),
    ],
  };
}

function decidedBy(keys: readonly string[]): string {
  return `was read; what it decides depends on what is not known: ${someOf(keys)}.`;
}

/** Why the statement covers more than what was denied; where the denied resource is masked, the requirement does not name it. */
function widerLines({ id, step, need, request }: Requirement, { denial }: Diagnosis): readonly RequirementLine[] {
  if (need !== 'allow' || id !== step) return [];
  const wider = resourceOfRun(request.action, request.resource ?? denial?.resource ?? '');
  return wider === undefined ? [] : [words(`The statement is wider than the denied resource: ${wider.note}.`)];
}

function withAlike(item: RequirementItem, one: Requirement, alike: readonly Diagnosis[]): RequirementItem {
  return { ...item, lines: [...item.lines, ...alikeLines(one, alike)] };
}

/** The values that would do. A token alone says nothing that the sentence above does not say. */
function expectedOf({ expected, placeholders }: Extract<Requirement, { need: 'value' }>): readonly string[] {
  return (expected ?? []).filter((each) => !placeholders.some(({ token }) => token === each));
}

function wayLines(
  { statements, alsoNeeds }: Way,
  one: Requirement,
  numbers: ReadonlyMap<string, number>,
  shown: readonly Requirement[],
  all: readonly Requirement[],
): readonly RequirementLine[] {
  const others = alsoNeeds.flatMap((id) => numbers.get(id) ?? []);
  const isOneOfTwo = shown.some(
    ({ id, need, request, step }) =>
      id !== one.id &&
      need === 'allow' &&
      request.action === one.request.action &&
      /^(identity|trust|resource)$/.test(step),
  );
  const together =
    others.length === 0
      ? besideUnlisted(all.filter(({ id, status }) => alsoNeeds.includes(id) && status !== 'met'))
      : `this, together with ${others.join(' and ')}${sameAccountWords(one, shown)}${exceptWords(one, shown)}`;
  const needed = alsoNeeds.length === 0 && isOneOfTwo ? 'this alone is enough' : together;
  return [
    ...(needed === '' ? [] : [words(`${upperFirst(needed)}:`)]),
    ...statements.map((statement): RequirementLine => ({ kind: 'statement', statement })),
  ];
}

/** A way may need an identity policy that the list leaves out, because AWS's words name only the other document. */
function besideUnlisted(others: readonly Requirement[]): string {
  return others.some(({ step }) => step === 'identity')
    ? `this, if ${LAYER_WORDS.identity.one} of the caller allows it as well`
    : '';
}

/**
 * Within one account the identity policy or the policy of the resource is enough, except for KMS keys. Empty where it is known whether
 * they are in one account. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
function sameAccountWords(one: Requirement, shown: readonly Requirement[]): string {
  const prefix = /^(?:queue|bucket)\./.exec(one.id)?.[0] ?? '';
  const pair = ['identity', 'resource'].flatMap((id) => shown.find((each) => each.id === `${prefix}${id}`) ?? []);
  if (pair.length < 2 || !pair.includes(one) || /^kms:/i.test(one.request.action)) return '';
  const accounts = pair.map(({ target }) => target.account);
  if (!accounts.includes(null)) return '';
  const account = accounts.find((each) => each !== null);
  return ` (one of them is enough if ${account === undefined ? 'caller and resource are in one account' : `both are in ${account}`})`;
}

/** Where a way of another document is enough alone, this one is needed for its other ways only. */
function exceptWords(one: Requirement, shown: readonly Requirement[]): string {
  const other = shown.find(
    ({ id, need }) => need === 'allow' && id !== one.id && (id === 'trust' || id === 'resource'),
  );
  const isAlone =
    one.id === 'identity' && other?.need === 'allow' && other.ways.some(({ alsoNeeds }) => alsoNeeds.length === 0);
  return isAlone ? ', unless that names the caller itself' : '';
}

function commandLines({ show, id }: Requirement): readonly RequirementLine[] {
  return show
    .filter(
      ({ argv }) =>
        argv[2] !== 'get-caller-identity' && (id !== 'token.sub' || argv[1] !== 'iam') && id !== 'token.aud',
    )
    .map(({ argv }): RequirementLine => ({ kind: 'command', argv }));
}

/** The numbers of the documents that allow the request itself: a Deny in one of them goes before every Allow. */
function granting(single: readonly Requirement[], numbers: ReadonlyMap<string, number>): readonly number[] {
  return single
    .filter(({ id, need }) => need === 'allow' && /^(?:identity|trust|resource|pass-role\.identity)$/.test(id))
    .flatMap(({ id }) => numbers.get(id) ?? [])
    .toSorted((a, b) => a - b);
}

/** Policies that grant nothing, and may still be in the way. */
function limits(all: readonly Requirement[], granted: readonly number[]): RequirementItem {
  return {
    title:
      granted.length === 0
        ? 'These must not deny it, and those that exist must allow it too:'
        : `No statement of ${granted.join(' or ')} may deny it. Nor may these, and those that exist must allow it too:`,
    lines: all.flatMap((one) => [words(limitWords(one)), ...commandLines(one)]),
  };
}
