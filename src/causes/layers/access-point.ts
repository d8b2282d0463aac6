import { quoteClause } from '../../evidence/aws-words/quote-clause.ts';
import { layerVerdict } from '../../evidence/blockers/verdict-layers.ts';
import { statementEvidence } from '../../evidence/statement-evidence.ts';
import { placeOfStatement } from '../../evidence/words.ts';
import { advise } from '../../grants/advise.ts';
import { parseArn } from '../../model/arn.ts';
import { type BlockerCause, blockerCause } from '../cause.ts';

/**
 * AWS says that no resource policy allows the request, and that of the access point does: it is the policy of the bucket that lacks the Allow. It
 * may leave the decision to the policies of its access points.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html
 */
export const bucketBehindAccessPoint: BlockerCause & { readonly id: 'resource.access-point-bucket' } = blockerCause({
  kind: 'named-by-aws',
  id: 'resource.access-point-bucket',
  explain(blocker, denialCase) {
    const { request, verdict, denial } = denialCase;
    const point = parseArn(request?.resource ?? '');
    const [, name] = /^accesspoint\/([^/]+)/.exec(point?.resource ?? '') ?? [];
    if (request === null || verdict === null || point?.service !== 's3' || name === undefined)
      return 'the request does not go through an access point';
    if (denial?.reason?.effect !== 'implicit') return 'AWS does not say that an Allow is missing';
    const allow = layerVerdict(verdict, blocker.layer).statements.find(
      ({ effect, match }) => effect === 'Allow' && match === 'yes',
    );
    if (allow === undefined) return 'the access point policy is not known to allow it';
    const quote = quoteClause(denialCase, blocker.layer);
    if (quote === undefined) return 'AWS names another layer';
    const { account, region } = point;
    return {
      summary: `${placeOfStatement(denialCase, allow)} allows ${request.action}, so it is the policy of the bucket behind ${name} that does not: both must`,
      evidence: [statementEvidence(denialCase, allow), quote],
      remedies: [
        advise(
          `allow ${request.action} in the bucket policy as well, or let the bucket policy leave it to its access points (an Allow under the condition StringEquals s3:DataAccessPointAccount ${account})`,
          'resource-owner',
          ['aws', 's3control', 'get-access-point', '--account-id', account, '--name', name, '--region', region],
        ),
      ],
    };
  },
});
