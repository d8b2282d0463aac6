import { parseArn } from '../../model/arn.ts';
import { compareArns } from './compare-arns.ts';
import { compareNames } from './compare-names.ts';
import { type Difference, FAR } from './difference.ts';

const OIDC = ':oidc-provider/';

/**
 * Two identity providers: an issuer's address without its scheme is a part of the ARN of an OIDC provider.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-federated-web-identity
 */
export function compareProviders(policy: string, asked: string): Difference | undefined {
  if (policy === asked) return undefined;
  const [ours, theirs] = [parseArn(policy.trim()), parseArn(asked)];
  if (ours === undefined && theirs !== undefined)
    return bareIssuer(policy) === issuerOf(asked)
      ? { words: `the address of the issuer, not the ARN of its provider: ${asked}`, distance: 1 }
      : compareNames(policy, asked);
  if (ours === undefined || theirs === undefined) return compareNames(policy, asked);
  const [ourIssuer, theirIssuer] = [issuerOf(policy), issuerOf(asked)];
  if (bareIssuer(ourIssuer) === theirIssuer && ourIssuer !== theirIssuer)
    return { words: 'a scheme or a slash in the ARN of the provider, which has none', distance: 0.5 };
  const difference = compareArns(policy, asked);
  // An EKS cluster has an issuer of its own, and a new one when it is made anew.
  if (difference !== undefined && difference.distance >= FAR && sameUpToId(ourIssuer, theirIssuer))
    return { words: `another issuer of the same service: ${ourIssuer}, not ${theirIssuer}`, distance: 2 };
  return difference;
}

function issuerOf(provider: string): string {
  const at = provider.indexOf(OIDC);
  return at < 0 ? provider : provider.slice(at + OIDC.length);
}

function bareIssuer(text: string): string {
  return text
    .trim()
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '');
}

function sameUpToId(ours: string, theirs: string): boolean {
  const slash = theirs.lastIndexOf('/');
  return slash > 0 && ours.startsWith(theirs.slice(0, slash + 1));
}
