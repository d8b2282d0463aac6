import type { AnyCause } from '../cause.ts';
import { instanceRole } from './instance-role.ts';
import { nodeRole } from './node-role.ts';
import { notTheJobsRole } from './not-the-jobs-role.ts';
import { taskExecutionRole } from './task-execution-role.ts';

/** Roles that come with the machine, in place of the one that was meant. */
export const machineRoles = [
  nodeRole,
  instanceRole,
  notTheJobsRole,
  taskExecutionRole,
] as const satisfies readonly AnyCause[];
