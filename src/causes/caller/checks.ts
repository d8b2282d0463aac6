import type { AnyCause } from '../cause.ts';
import { anonymous } from './anonymous.ts';
import { deleted } from './deleted.ts';
import { environmentOverProfile } from './environment-over-profile.ts';
import { federatedUserLimits } from './federated-user-limits.ts';
import { machineRoles } from './machine-roles.ts';
import { otherIdentity } from './other-identity.ts';
import { otherPartition } from './other-partition.ts';
import { callerPath } from './path.ts';
import { root } from './root.ts';
import { sessionCredentials } from './session-credentials.ts';
import { sessionTokenLimits } from './session-token-limits.ts';
import { signInRoles } from './sign-in-roles.ts';
import { toolRoles } from './tool-roles.ts';

/** Causes in who the caller is: other credentials than the ones that were meant, or a caller that AWS never lets do it. */
export const callerChecks = [
  root,
  otherPartition,
  sessionCredentials,
  anonymous,
  federatedUserLimits,
  sessionTokenLimits,
  callerPath,
  deleted,
  environmentOverProfile,
  otherIdentity,
  ...machineRoles,
  ...toolRoles,
  ...signInRoles,
] as const satisfies readonly AnyCause[];
