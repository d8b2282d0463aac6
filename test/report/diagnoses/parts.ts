import type { Denial } from '../../../src/model/denial.ts';
import type { DiagnosedRequest, Diagnosis, Step } from '../../../src/model/diagnosis.ts';
import type { Gap } from '../../../src/model/gap.ts';
import type { StepId } from '../../../src/model/step-id.ts';
import { denialOf } from '../../parts/denial-of.ts';

/** A denial in a botocore error, with the parts that a story needs. */
export function denial(parts: Partial<Denial>): Denial {
  return denialOf({ shape: 'botocore', ...parts });
}

/** A step that passed. */
export function passed(id: StepId, title: string, summary = ''): Step {
  return { id, title, summary, rung: 'evaluated', status: 'pass', evidence: [], gaps: [] };
}

/** A step that nobody could see. */
export function unseen(id: StepId, title: string, gap: Gap, ...more: readonly Gap[]): Step {
  return { id, title, summary: '', rung: 'unknown', status: 'unknown', evidence: [], gaps: [gap, ...more] };
}

/** A request of a role session. */
export function request(parts: Partial<DiagnosedRequest>): DiagnosedRequest {
  return { principal: null, action: null, resource: null, resourceAccount: null, context: {}, ...parts };
}

/** A diagnosis with nothing in it but what a story needs. */
export function diagnosis(parts: Partial<Diagnosis>): Diagnosis {
  return {
    denial: denial({}),
    count: 1,
    request: request({}),
    verdict: 'denied',
    conclusion: 'explained',
    assumptions: [],
    steps: [],
    causes: [],
    fixesTogether: null,
    related: [],
    requirements: [],
    open: [],
    ...parts,
  };
}

export const CI_SESSION = {
  arn: 'arn:aws:sts::111122223333:assumed-role/ci-deployer/build-42',
  type: 'session',
  account: '111122223333',
  name: 'ci-deployer',
} as const;
