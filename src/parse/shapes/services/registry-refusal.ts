import { type PhraseMatch, type PhraseShape, phraseShape } from '../phrases.ts';
import { fields } from '../shape.ts';

/** The name of the registry stands no farther before its answer. */
const REACH = 500;

/** The host of a registry, and the repository behind it, in a reference to an image or in a URL of the registry's API. */
const HOSTS =
  /(?<!\d)(\d{1,12})\.dkr\.ecr\.([a-z0-9-]{5,24})\.amazonaws\.com(?:\.cn)?(?:\/(?:v2\/)?([a-z0-9][a-z0-9._/-]{0,255}?)(?=\/manifests\/|\/blobs\/|[:@"'`]))?/g;

/**
 * Amazon ECR's answer to a pull or push that IAM refuses, as far as container runtimes show it: the status. Refused credentials have the status 401.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html
 */
export const registryRefusal: PhraseShape = phraseShape('registry-refusal', [
  {
    begins: '403forbidden',
    needles: ['403 Forbidden'],
    when: (found) => registryBefore(found) !== undefined,
    claim: 'denied',
    says: (_, found) => {
      const { account, region, repository } = registryBefore(found) ?? {};
      const arn = `arn:aws${region?.startsWith('cn-') === true ? '-cn' : ''}:ecr:${region ?? ''}:${account ?? ''}:repository/${repository ?? ''}`;
      const isWhole = repository !== undefined && account?.length === 12;
      return fields({ region, ...(isWhole ? { recorded: [{ value: arn, label: 'image' }] } : {}) });
    },
  },
]);

function registryBefore({ dense, from }: PhraseMatch) {
  const named = [...dense.lower.slice(Math.max(0, from - REACH), from).matchAll(HOSTS)].map(
    ([, account, region, repository]) => ({ account, region, repository }),
  );
  const last = named.at(-1);
  // containerd names the image first, and then the host alone.
  return (
    named.findLast(
      ({ account, region, repository }) =>
        repository !== undefined && account === last?.account && region === last?.region,
    ) ?? last
  );
}
