import { policyWords } from '../evidence/words.ts';
import type { DenialCase } from '../model/denial-case.ts';
import type { Change } from '../model/diagnosis.ts';
import type { PolicyRef } from '../model/policy.ts';
import type { Remedy } from '../model/remedy.ts';
import { getPointer, parentPointer } from '../policy/pointer.ts';
import { addedWords, attachWords, defaultVersionWords, replacedWords } from './change-words.ts';
import type { Draft } from './draft.ts';
import { draftExemption } from './exemptions/draft-exemption.ts';
import { findPolicy } from './find-policy.ts';
import { versionWith } from './version-with.ts';

/** Makes a remedy concrete: the document change, or what to send. Undefined where the document cannot take it. */
export function draftRemedy(remedy: Remedy, denialCase: DenialCase): Draft | undefined {
  switch (remedy.kind) {
    case 'add-statement':
      return changing(
        remedy,
        `add this statement to ${policyWords(remedy.policy)}${noteOf(remedy)}`,
        addStatement(remedy.policy, remedy.statement, denialCase),
      );
    case 'add-policy':
      return changing(remedy, `${attachWords(remedy.attachTo)}${noteOf(remedy)}`, [
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
    case 'exempt':
      return draftExemption(remedy, denialCase);
    case 'send':
      return {
        who: remedy.who,
        summary: remedy.summary,
        changes: [],
        request: { context: remedy.context },
        commands: remedy.commands ?? [],
      };
    case 'rename': {
      const request = { context: {}, [remedy.part]: remedy.arn };
      return { who: remedy.who, summary: remedy.summary, changes: [], request, commands: [] };
    }
    case 'advise':
      return { who: remedy.who, summary: remedy.summary, changes: [], request: null, commands: remedy.commands };
  }
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

function addStatement(policy: PolicyRef, statement: object, denialCase: DenialCase): readonly Change[] | undefined {
  const document = documentOf(policy, denialCase);
  if (document === undefined) return undefined;
  const existing = getPointer(document, '/Statement');
  if (existing === undefined) return [{ policy, pointer: '/Statement', before: null, after: [statement] }];
  return [{ policy, pointer: '/Statement/-', before: null, after: statement }];
}

/** A value beside those that are there: appended to a list, or the single value made a list. */
function addValue(
  policy: PolicyRef,
  pointer: string,
  value: string,
  denialCase: DenialCase,
): readonly Change[] | undefined {
  const document = documentOf(policy, denialCase);
  if (document === undefined) return undefined;
  const at = getPointer(document, pointer);
  if (at === undefined) return [{ policy, pointer, before: null, after: value }];
  if (Array.isArray(at)) return [{ policy, pointer: `${pointer}/-`, before: null, after: value }];
  const parent = parentPointer(pointer);
  if (parent !== undefined && Array.isArray(getPointer(document, parent)))
    return [{ policy, pointer: `${parent}/-`, before: null, after: value }];
  return [{ policy, pointer, before: at, after: [at, value] }];
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
