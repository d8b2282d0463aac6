import type { FoundCause } from '../../src/causes/cause.ts';
import { findCauses } from '../../src/causes/find-causes.ts';
import { makeChecklist } from '../../src/checklist/steps/make-checklist.ts';
import { decide } from '../../src/evaluate/decide.ts';
import type { DenialCase } from '../../src/model/denial-case.ts';
import type { Step } from '../../src/model/diagnosis.ts';
import type { AccessRequest } from '../../src/model/request.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { describeRequest } from '../../src/request/describe-request.ts';
import { caseOf } from '../parts/case-of.ts';
import { NOW, type RandomWorld } from './random-world.ts';

/** What is found in a world. */
export interface Found {
  readonly denialCase: DenialCase;
  readonly verdict: Verdict;
  readonly causes: readonly FoundCause[];
  readonly steps: readonly Step[];
}

/** Decides a world as a diagnosis does, without assuming anything. */
export function decided({ question, facts, given }: RandomWorld): { request: AccessRequest; verdict: Verdict } {
  const request = describeRequest({ question, facts, given, token: null, clock: { time: NOW, from: 'now' } });
  if (request === null) throw new Error('a random world always asks for something');
  return { request, verdict: decide(request, facts.policies) };
}

/** Decides and explains it. */
export function explore(world: RandomWorld): Found {
  const { request, verdict } = decided(world);
  const denialCase = caseOf({ denial: world.question.denial, facts: world.facts, request, verdict, now: NOW });
  const causes = findCauses(denialCase);
  return { denialCase, verdict, causes, steps: makeChecklist(denialCase, causes) };
}
