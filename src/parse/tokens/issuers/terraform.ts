import { exactSubject, type PredictedToken, partialSubject, type Variables } from './predicted-token.ts';

/**
 * A run of HCP Terraform. Plan and apply have different subjects.
 * https://developer.hashicorp.com/terraform/cloud-docs/dynamic-provider-credentials/workload-identity-tokens
 */
export function terraformToken(variables: Variables): PredictedToken | undefined {
  const [organization, workspace] = (variables['TFC_WORKSPACE_SLUG'] ?? '').split('/');
  if (organization === undefined || workspace === undefined) return undefined;
  const project = variables['TFC_PROJECT_NAME'];
  const subject = (phase: string) =>
    `organization:${organization}:project:${project ?? '…'}:workspace:${workspace}:run_phase:${phase}`;
  const predicted = project === undefined ? partialSubject : exactSubject;
  return {
    issuer: 'https://app.terraform.io',
    from: 'TFC_*',
    audience: variables['TFC_AWS_WORKLOAD_IDENTITY_AUDIENCE'] ?? 'aws.workload.identity',
    subjects: [predicted(subject('plan'), 'the run is planning'), predicted(subject('apply'), 'the run is applying')],
  };
}
