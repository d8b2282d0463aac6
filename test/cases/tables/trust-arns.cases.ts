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
  {
    cause: 'trust.arn-without-account',
    name: 'a leading zero that a number lost',
    is: { text: denied(CALLER, ASSUME, 'arn:aws:iam::12345678901:role/prod-deploy') },
    rung: 'likely',
    check: 'open',
    // Both are shortened: somebody masked them.
    isNot: { text: denied('arn:aws:iam::11111111111:user/bob', ASSUME, 'arn:aws:iam::22222222222:role/app') },
  },
  {
    cause: 'trust.self',
    name: 'with the account masked alike in caller and role',
    is: { text: denied('arn:aws:sts::123456789:assumed-role/app/i-0abc', ASSUME, 'arn:aws:iam::123456789:role/app') },
    rung: 'likely',
    check: 'open',
    isNot: {
      text: denied('arn:aws:sts::123456789:assumed-role/app/i-0abc', ASSUME, 'arn:aws:iam::999999999:role/app'),
    },
  },
];
