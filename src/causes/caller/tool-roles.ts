import type { AnyCause } from '../cause.ts';
import { cdkRole } from './cdk-role.ts';
import { intermediateRole } from './intermediate-role.ts';
import { serviceSession } from './service-session.ts';
import { terraformBackend } from './terraform-backend.ts';

/** Roles that a tool or a service uses in place of yours. */
export const toolRoles = [
  cdkRole,
  serviceSession,
  terraformBackend,
  intermediateRole,
] as const satisfies readonly AnyCause[];
