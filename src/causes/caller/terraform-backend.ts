import { said } from '../../evidence/aws-words/find-quote.ts';
import { defineCheck } from '../cause.ts';
import { advise } from '../../grants/advise.ts';

/** https://developer.hashicorp.com/terraform/language/backend/s3 */
export const terraformBackend = defineCheck({
  on: 'case',
  id: 'caller.terraform-backend',
  layer: null,
  doc: {
    what: 'Terraform’s backend made the call with credentials of its own: the provider’s assume_role does not count for it.',
    why: 'The state is read before any provider is set up: with the plain credentials of the environment, unless the backend block says otherwise.',
    fix: 'Put assume_role (or profile) into the backend block as well, or allow the plain credentials to read the state and its lock.',
  },
  find(subject) {
    const quote = said(subject, [
      'Failed to get existing workspaces',
      'Error configuring the backend',
      'error configuring S3 Backend',
      'Error loading state',
      'Error refreshing state',
      'Failed to load state',
      'Failed to save state',
      'Error acquiring the state lock',
      'Error releasing the state lock',
      'Error inspecting states in the',
    ]);
    if (quote === undefined || subject.denial === null || subject.denial.kind === 'credentials') return undefined;
    return {
      summary:
        'Terraform’s backend made the call, with credentials of its own: the provider’s assume_role does not count for it',
      evidence: [quote],
      rung: 'likely',
      remedies: [advise('put assume_role or profile into the backend block too, if the provider’s role was meant')],
    };
  },
});
