import type { CaseCause } from '../cause.ts';
import { audience } from './audience.ts';
import { expired } from './expired.ts';
import { issuer } from './issuer.ts';
import { provider } from './provider.ts';
import { sessionName } from './session-name.ts';
import { signature } from './signature.ts';
import { sourceIdentity } from './source-identity.ts';

/** STS refused the SAML response itself. */
export const samlSaidCauses = [
  signature,
  issuer,
  provider,
  sessionName,
  sourceIdentity,
  audience,
  expired,
] as const satisfies readonly CaseCause[];
