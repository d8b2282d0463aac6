import type { FoundCause } from '../causes/cause.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Change } from '../model/diagnosis.ts';
import type { PolicyRef } from '../model/policy.ts';
import type { Remedy } from '../model/remedy.ts';
import { escapeKey, getPointer, parentPointer } from '../policy/pointer.ts';
import { ownerOfKey } from '../reference/keys/key-owner.ts';
import { applyChanges, findPolicy } from './apply-changes.ts';
import {
  addedStatementWords,
  addedWords,
  attachWords,
  defaultVersionWords,
  movedWords,
  replacedWords,
} from './change-words.ts';
import { type Draft, mergeDrafts, oneMore } from './draft.ts';
import { askForExemption, draftExemption } from './exemptions.ts';
import { versionWith } from './new-documents.ts';

/**
 * What a cause's remedies come to together, since all of them are needed: one draft. Undefined where the cause has no remedy, or where a
 * document cannot take one of them.
 */
export function draftRemedies({ remedies }: FoundCause, denialCase: DenialCase): Draft | undefined {
  const drafts = remedies.flatMap((remedy) => draftRemedy(remedy, denialCase) ?? []);
  if (drafts.length === 0 || drafts.length < remedies.length) return undefined;
  const draft = mergeDrafts(drafts);
  return applyChanges(denialCase.facts.policies, draft.changes) === undefined ? undefined : draft;
}

/** A remedy made concrete: the change of the document, or what to send. Undefined where the document cannot take it. */
function draftRemedy(remedy: Remedy, denialCase: DenialCase): Draft | undefined {
  switch (remedy.kind) {
    case 'add-statement':
      return changing(
        remedy,
        `${addedStatementWords(remedy.policy, remedy.statement)}${noteOf(remedy)}`,
        addStatement(remedy.policy, remedy.statement, denialCase),
      );
    case 'add-policy':
      return changing(remedy, `${attachWords(remedy.attachTo, remedy.document)}${noteOf(remedy)}`, [
        { policy: remedy.attachTo, pointer: '', before: null, after: remedy.document },
      ]);
    case 'add-value':
      return changing(
        remedy,
        `${addedWords(remedy, documentOf(remedy.policy, denialCase))}${noteOf(remedy)}`,
        addValue(remedy.policy, remedy.pointer, remedy.value, denialCase),
      );
    case 'replace':
      return replacing(remedy, denialCase);
    case 'move-condition':
      return movingCondition(remedy, denialCase);
    case 'exempt':
      return draftExemption(remedy, denialCase) ?? askForExemption(remedy, denialCase);
    case 'send':
      return sending(remedy, denialCase);
    case 'rename':
      return unchanging(remedy, { context: {}, [remedy.part]: remedy.arn });
    case 'advise':
      return { ...unchanging(remedy, null, remedy.commands), effect: effectOf(remedy, denialCase) };
  }
}

/** What is sent; and what is set beforehand, where the keys are not the call's to send. */
function sending(remedy: Extract<Remedy, { kind: 'send' }>, { request }: DenialCase): Draft {
  const isOfOthers = Object.keys(remedy.context).some((key) =>
    ['resource', 'service'].includes(ownerOfKey(key, request?.action ?? '', request?.resource ?? null).owner),
  );
  return {
    ...unchanging(remedy, { context: remedy.context }, remedy.commands),
    setBeforehand: remedy.setBeforehand === true || isOfOthers,
  };
}

/** A draft that changes no document. */
function unchanging(
  { who, summary }: Pick<Draft, 'who' | 'summary'>,
  request: Draft['request'],
  commands: Draft['commands'] = [],
): Draft {
  return { who, summary, changes: [], request, commands };
}

function changing(remedy: Remedy, summary: string, changes: readonly Change[] | undefined): Draft | undefined {
  return changes && { who: remedy.who, summary, changes, request: null, commands: [] };
}

function noteOf({ note }: { readonly note?: string }): string {
  return note === undefined ? '' : `: ${note}`;
}

function documentOf(policy: PolicyRef, denialCase: DenialCase): unknown {
  const found = findPolicy(denialCase.facts.policies, policy);
  return found?.document.status === 'known' ? found.document.value : undefined;
}

/** What the command of an advice does to a policy that was read. */
function effectOf({ adds }: Extract<Remedy, { kind: 'advise' }>, denialCase: DenialCase): readonly Change[] {
  return adds === undefined ? [] : (addStatement(adds.policy, adds.statement, denialCase) ?? []);
}

function addStatement(policy: PolicyRef, statement: object, denialCase: DenialCase): readonly Change[] | undefined {
  const document = documentOf(policy, denialCase);
  if (document === undefined) return undefined;
  const existing = getPointer(document, '/Statement');
  if (existing === undefined) return [{ policy, pointer: '/Statement', before: null, after: [statement] }];
  return [{ policy, pointer: '/Statement/-', before: null, after: statement }];
}

/** Adds a value to those at the pointer. */
function addValue(
  policy: PolicyRef,
  pointer: string,
  value: string,
  denialCase: DenialCase,
): readonly Change[] | undefined {
  const document = documentOf(policy, denialCase);
  if (document === undefined) return undefined;
  const before = getPointer(document, pointer);
  if (before === undefined) return [{ policy, pointer, before: null, after: value }];
  const parent = parentPointer(pointer);
  const list = parent === undefined ? undefined : getPointer(document, parent);
  // The pointer may lead to an entry of a list, or to the list.
  return parent !== undefined && Array.isArray(list) && !Array.isArray(before)
    ? [oneMore(policy, parent, list, value)]
    : [oneMore(policy, pointer, before, value)];
}

function replacing(remedy: Extract<Remedy, { kind: 'replace' }>, denialCase: DenialCase): Draft | undefined {
  const { policy, pointer, value, why } = remedy;
  const before = getPointer(documentOf(policy, denialCase), pointer);
  const changes = before === undefined ? undefined : [{ policy, pointer, before, after: value }];
  const version = pointer === '' ? versionWith(value, findPolicy(denialCase.facts.policies, policy)) : null;
  const summary =
    version === null ? replacedWords(before, value, policy, why) : defaultVersionWords(version, policy, why);
  return changing(remedy, summary, changes);
}

/** The values of the condition under another operator or key, beside those that are there; an operator that has no key left goes. */
function movingCondition(
  remedy: Extract<Remedy, { kind: 'move-condition' }>,
  denialCase: DenialCase,
): Draft | undefined {
  const { policy, pointer, operator, key } = remedy;
  const document = documentOf(policy, denialCase);
  const before = getPointer(document, pointer);
  const block = parentPointer(pointer);
  const conditions = block === undefined ? undefined : parentPointer(block);
  if (before === undefined || block === undefined || conditions === undefined) return undefined;
  const isLast = Object.keys(Object(getPointer(document, block))).length === 1;
  const target = `${conditions}/${escapeKey(operator)}`;
  const stays = target === block;
  const gone: Change = isLast && !stays ? goneAt(policy, block, document) : goneAt(policy, pointer, document);
  const added = addedCondition(policy, target, key, before, document);
  const changes =
    isLast && stays
      ? [{ policy, pointer: block, before: getPointer(document, block), after: { [key]: before } }]
      : [gone, ...added];
  return changing(remedy, movedWords(remedy), changes);
}

function goneAt(policy: PolicyRef, pointer: string, document: unknown): Change {
  return { policy, pointer, before: getPointer(document, pointer), after: null };
}

function addedCondition(
  policy: PolicyRef,
  target: string,
  key: string,
  values: unknown,
  document: unknown,
): readonly Change[] {
  const at = `${target}/${escapeKey(key)}`;
  const there = getPointer(document, at);
  if (getPointer(document, target) === undefined)
    return [{ policy, pointer: target, before: null, after: { [key]: values } }];
  if (there === undefined) return [{ policy, pointer: at, before: null, after: values }];
  return [{ policy, pointer: at, before: there, after: [there, values].flat() }];
}
