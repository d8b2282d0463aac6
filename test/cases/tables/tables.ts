import { callerCases } from './caller.cases.ts';
import type { CauseCase } from './cause-case.ts';
import { credentialCases } from './credentials.cases.ts';
import { denyCases } from './denies.cases.ts';
import { generalCases } from './general.cases.ts';
import { identityCases } from './identity.cases.ts';
import { limitCases } from './limits.cases.ts';
import { missCases } from './misses.cases.ts';
import { passRoleCases } from './passrole.cases.ts';
import { recordedDenyCases } from './recorded-deny.cases.ts';
import { resourceCases } from './resource.cases.ts';
import { samlCases } from './saml.cases.ts';
import { serviceCases } from './services.cases.ts';
import { topicCases } from './topics.cases.ts';
import { trustCases } from './trust.cases.ts';
import { trustArnCases } from './trust-arns.cases.ts';
import { trustCallerKeyCases } from './trust-caller-keys.cases.ts';
import { trustPrincipalCases } from './trust-principals.cases.ts';
import { trustRequestKeyCases } from './trust-request-keys.cases.ts';
import { trustServiceCases } from './trust-services.cases.ts';
import { trustTimesCases } from './trust-times.cases.ts';
import { webIdentityCases } from './web-identity.cases.ts';
import { issuerCases } from './web-identity-issuers.cases.ts';

/** Every case of every cause: a folder of checks has a table here, and every cause of it a case. */
export const CAUSE_CASES: readonly CauseCase[] = [
  ...credentialCases,
  ...webIdentityCases,
  ...issuerCases,
  ...samlCases,
  ...callerCases,
  ...recordedDenyCases,
  ...passRoleCases,
  ...trustCases,
  ...trustArnCases,
  ...trustPrincipalCases,
  ...trustServiceCases,
  ...trustCallerKeyCases,
  ...trustRequestKeyCases,
  ...trustTimesCases,
  ...generalCases,
  ...denyCases,
  ...topicCases,
  ...missCases,
  ...identityCases,
  ...limitCases,
  ...resourceCases,
  ...serviceCases,
];
