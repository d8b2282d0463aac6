import type { DiagnosedRequest } from '../../model/diagnosis.ts';
import { LAYER_WORDS, resourcePolicyNoun, upperFirst } from '../../model/layer-words.ts';
import type { Stage, StageStatus } from '../path/decision-path.ts';
import { SYMBOLS } from './symbols.ts';

/** What a picture of the path is called. */
export const PATH_TITLE = 'Decision path';

/** The symbol of a stage; what is assumed has that of what plays no part, as in the checklist. */
export const STAGE_SYMBOLS = { ...SYMBOLS, assumed: SYMBOLS.skipped } as const satisfies Record<StageStatus, string>;

/** A status in a word or two, beside the symbol or for those who do not see it. */
export const STAGE_WORDS = {
  pass: 'passed',
  fail: 'blocks it',
  unknown: 'not known',
  assumed: 'assumed',
  skipped: 'not involved',
} as const satisfies Record<StageStatus, string>;

/** `Permissions boundary`: the name of a stage, for a picture. */
export function stageName({ id }: Pick<Stage, 'id'>, { resource }: DiagnosedRequest): string {
  switch (id) {
    case 'caller':
      return 'Caller';
    case 'role':
      return 'Role';
    case 'resource':
      return upperFirst(resourcePolicyNoun(resource));
    default:
      return upperFirst(LAYER_WORDS[id].policies);
  }
}
