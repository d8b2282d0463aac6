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
    cause: 'trust.role-name-not-set',
    is: {
      text: 'ECS was unable to assume the role arn:aws:iam::111122223333:role/null that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.',
    },
    rung: 'likely',
    check: 'open',
    isNot: { text: denied(CALLER, ASSUME, 'arn:aws:iam::111122223333:role/nullify') },
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
