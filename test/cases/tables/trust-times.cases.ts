import { ASSUME } from './assuming.ts';
import { type CauseCase, denied } from './cause-case.ts';
import { AWAY, CALLER, TARGET, world } from './world.ts';

/** A log line, with its time. */
const LOGGED = `2026-11-20T08:00:00Z ERROR ${denied(CALLER, ASSUME, TARGET)}`;

/** Causes in when the role was made. */
export const trustTimesCases: readonly CauseCase[] = [
  {
    cause: 'trust.created-after',
    is: { text: LOGGED, world: world({ targetCreated: '2026-11-25T09:30:00Z' }) },
    rung: 'likely',
    check: 'open',
    isNot: { text: LOGGED, world: world({ targetCreated: '2026-11-19T09:30:00Z' }) },
    unknown: { text: LOGGED, world: world({ unread: [AWAY] }) },
  },
  {
    cause: 'trust.created-after',
    name: 'on the same day',
    is: { text: LOGGED, world: world({ targetCreated: '2026-11-20T08:00:05Z' }) },
    rung: 'likely',
    check: 'open',
    // The text tells no time: the clock of the diagnosis is not that of the call.
    isNot: { text: denied(CALLER, ASSUME, TARGET), world: world({ targetCreated: '2026-11-25T09:30:00Z' }) },
  },
];
