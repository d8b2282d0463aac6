import { resourcesOfCall } from '../request/call-resources.ts';
import { type BuiltCase, buildCase } from './build-case.ts';

/**
 * Where a text names no resource, and its call is decided for each resource that it needs: the case about the first of them on which the
 * policies deny it, whichever AWS meant. A resource that the call only usually has explains the denial where all that it must have are
 * allowed. The case as it is where none of them is certainly denied.
 */
export async function onDeniedResource(built: BuiltCase): Promise<BuiltCase> {
  const { denialCase, question, subject, surroundings } = built;
  const { request, denial } = denialCase;
  if (denial?.kind !== 'iam-denial' || request === null || request.resource !== null) return built;
  let isAllowedSoFar = true;
  for (const { arn, required } of resourcesOfCall(request.action, request)) {
    if (!required && !isAllowedSoFar) return built;
    const onOne = await buildCase(subject, surroundings, { question: { ...question, resource: arn }, to: null });
    const allowed = onOne.denialCase.verdict?.allowed;
    if (allowed === 'no') return onOne;
    isAllowedSoFar &&= allowed === 'yes';
  }
  return built;
}

/**
 * EKS Pod Identity tags every session that it makes, and its error does not say which of the two actions the role's trust policy lacks: the
 * case about sts:TagSession where sts:AssumeRole is allowed and that one is not.
 * https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html
 */
export async function onDeniedAction(built: BuiltCase): Promise<BuiltCase> {
  const { denialCase, question, subject, surroundings } = built;
  const { request, denial, verdict } = denialCase;
  const isPod = request?.principal.type === 'service' && request.principal.name.startsWith('pods.eks.');
  if (denial?.kind !== 'service-cannot-assume' || !isPod || verdict?.allowed !== 'yes') return built;
  const tagging = await buildCase(subject, surroundings, {
    question: { ...question, action: 'sts:TagSession' },
    to: null,
  });
  return tagging.denialCase.verdict?.allowed === 'no' ? tagging : built;
}
