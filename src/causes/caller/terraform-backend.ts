import { findQuote } from '../../evidence/aws-words/find-quote.ts';
import { advise } from '../../grants/advise.ts';
import { caseCause } from '../cause.ts';

export const terraformBackend = caseCause({
  id: 'caller.terraform-backend',
  layer: null,
  find(denialCase) {
    const quote = findQuote(denialCase, [
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
    if (quote === undefined || denialCase.denial === null || denialCase.denial.kind === 'credentials') return undefined;
    return {
      summary:
        'Terraform’s backend made the call, with credentials of its own: the provider’s assume_role does not count for it',
      evidence: [quote],
      certainty: 'likely',
      remedies: [advise('put assume_role or profile into the backend block too, if the provider’s role was meant')],
    };
  },
});
