import { boundaryChecks } from './boundary/checks.ts';
import { callerChecks } from './caller/checks.ts';
import type { Check } from './cause.ts';
import { credentialChecks } from './credentials/checks.ts';
import { endpointChecks } from './endpoint/checks.ts';
import { identityChecks } from './identity/checks.ts';
import { passRoleChecks } from './passrole/checks.ts';
import { rcpChecks } from './rcp/checks.ts';
import { resourceChecks } from './resource/checks.ts';
import { samlChecks } from './saml/checks.ts';
import { scpChecks } from './scp/checks.ts';
import { sessionChecks } from './session/checks.ts';
import { trustChecks } from './trust/checks.ts';
import { webIdentityChecks } from './web-identity/checks.ts';

/*
 * The rooms of this folder, in the order in which they are used.
 * blockages: what blocks, and the check that explains it. aws-words: what AWS's own text says of it.
 * Causes, each with a list of its checks (checks.ts): one room for every layer (identity, boundary, session, scp, rcp, trust, resource,
 * endpoint), and credentials, web-identity, saml, caller, passrole for what comes before the layers.
 * What the layers share: general (a Deny, no Allow, AWS's word: the checks that explain whatever is left), condition-topics (what a
 * condition is about), differences (the detail by which an Allow misses the request), deny-shapes (a Deny of everything, or of all but
 * a list).
 * How they find out: near-miss (compares a policy with the request, and puts the difference into words). What they hand over: evidence
 * (where it stands), remedies (what would help). What becomes of it: steps (the checklist), related (what the same call needs besides).
 */

/**
 * Every check, in the order in which they are asked. A blockage gets the first check that explains it: what is wrong with a token,
 * a call or a passed role stands before the causes of the layers, and in each list special causes stand before general ones.
 * To add a check: its own file, and one line in the list of its folder (`<folder>/checks.ts`), which stands here.
 */
export const CHECKS = [
  ...credentialChecks,
  ...webIdentityChecks,
  ...samlChecks,
  ...callerChecks,
  ...passRoleChecks,
  ...identityChecks,
  ...boundaryChecks,
  ...sessionChecks,
  ...scpChecks,
  ...rcpChecks,
  ...trustChecks,
  ...resourceChecks,
  ...endpointChecks,
] as const satisfies readonly Check[];

/** The id of every cause that denytrace knows. */
export type CheckId = (typeof CHECKS)[number]['id'];
