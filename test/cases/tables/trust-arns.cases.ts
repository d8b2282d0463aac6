import { ASSUME } from './assuming.ts';
import { type CauseCase, denied } from './cause-case.ts';
import { CALLER, world } from './world.ts';

/** ARNs that name no role. */
export const trustArnCases: readonly CauseCase[] = [
  {
    cause: 'trust.arn-without-account',
    is: { text: denied(CALLER, ASSUME, 'arn:aws:iam:::role/prod-deploy'), world: world({}) },
    rung: 'evaluated',
    check: 'open',
    isNot: { text: denied(CALLER, ASSUME, 'arn:aws:iam::************:role/prod-deploy') },
    unknown: { text: denied(CALLER, ASSUME, null) },
  },
  {
    cause: 'trust.arn-without-account',
    name: 'what is left of a variable',
    is: { text: denied(CALLER, ASSUME, 'arn:aws:iam::undefined:role/prod-deploy') },
    rung: 'likely',
    check: 'open',
    isNot: { text: denied(CALLER, ASSUME, 'arn:aws:iam::<account>:role/prod-deploy') },
  },
];
