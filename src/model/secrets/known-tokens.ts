import { once } from '../once.ts';

/** How a token is put together: one of its beginnings, then the rest; `before` is what may precede a beginning that is not the first of it. */
type Token = readonly [service: string, beginnings: readonly string[], rest: string, before?: string];

/**
 * How tokens of well-known services look: each begins with letters of its own, and has a length of its own. The services are those that
 * scanners of repositories look for (https://github.com/gitleaks/gitleaks), as far as a look is enough to know the token: a word before it
 * is not needed.
 */
const TOKENS: readonly Token[] = [
  ['1Password', ['ops_eyJ'], String.raw`[\w+/=-]{40,2048}`],
  ['Adobe', ['p8e-', 's8e-'], '[a-z0-9]{32}'],
  ['age', ['AGE-SECRET-KEY-1'], '[A-Z0-9]{58}'],
  ['Amazon Bedrock', ['ABSK', 'bedrock-api-key-'], String.raw`[\w+/=]{60,2048}`],
  ['Anthropic', ['sk-ant-api', 'sk-ant-admin', 'sk-ant-oat'], String.raw`\d{2}-[\w-]{40,256}`],
  ['Artifactory', ['AKCp'], '[A-Za-z0-9]{60,72}'],
  ['Artifactory', ['cmVmd'], '[A-Za-z0-9]{55,64}'],
  ['Atlassian', ['ATATT', 'ATCTT', 'ATBB'], String.raw`[\w=-]{20,256}`],
  ['Clojars', ['CLOJARS_'], '[a-z0-9]{60}'],
  ['Databricks', ['dapi'], String.raw`[a-f0-9]{32}(?:-\d)?`],
  ['DigitalOcean', ['doo_v1_', 'dop_v1_', 'dor_v1_'], '[a-f0-9]{64}'],
  ['Docker', ['dckr_oat_', 'dckr_pat_'], String.raw`[\w-]{20,64}`],
  ['Doppler', ['dp.pt.', 'dp.st.', 'dp.ct.', 'dp.scim.', 'dp.audit.'], String.raw`[\w.-]{40,128}`],
  ['Dynatrace', ['dt0'], String.raw`[a-z]\d{2}\.[A-Z0-9]{24}\.[A-Z0-9]{64}`],
  ['EasyPost', ['EZAK', 'EZTK'], '[A-Za-z0-9]{54}'],
  ['Fly.io', [...'0123456789'].flatMap((digit) => [`fo${digit}_`, `fm${digit}_`]), String.raw`[\w+/=-]{40,2048}`],
  ['GitHub', ['gho_', 'ghp_', 'ghu_', 'ghs_', 'ghr_'], '[A-Za-z0-9]{20,255}'],
  ['GitHub', ['github_pat_'], String.raw`\w{20,255}`],
  [
    'GitLab',
    [
      ...[
        'glpat-',
        'gldt-',
        'glrt-',
        'glptt-',
        'glcbt-',
        'glft-',
        'glimt-',
        'glagent-',
        'gloas-',
        'glsoat-',
        'glffct-',
      ],
      'GR1348941',
    ],
    String.raw`[\w.-]{16,255}`,
  ],
  ['Google', ['AIza'], String.raw`[\w-]{35}`],
  ['Google', ['GOCSPX-'], String.raw`[\w-]{28}`],
  ['Google', ['ya29.'], String.raw`[\w-]{20,2048}`],
  ['Grafana', ['glc_', 'glsa_'], String.raw`[\w+/=]{32,512}`],
  ['Heroku', ['HRKU-AA'], String.raw`[\w-]{50,128}`],
  ['HashiCorp', ['hvs.', 'hvb.', 'hvr.'], String.raw`[\w-]{20,512}`],
  ['HashiCorp', ['.atlasv1.'], String.raw`[\w=-]{60,70}`, '[A-Za-z0-9]{14}'],
  ['Hugging Face', ['hf_', 'api_org_'], '[A-Za-z]{34}'],
  ['Infracost', ['ico-'], '[A-Za-z0-9]{32}'],
  ['Linear', ['lin_api_'], '[A-Za-z0-9]{40}'],
  ['Mailgun', ['key-'], '[a-f0-9]{32}', '(?:pub)?'],
  ['New Relic', ['NRAK-', 'NRII-', 'NRJS-', 'NRRA-'], String.raw`[\w-]{19,64}`],
  ['Notion', ['ntn_'], '[A-Za-z0-9]{40,50}'],
  ['npm', ['npm_'], '[A-Za-z0-9]{30,255}'],
  ['OpenAI', ['sk-proj-', 'sk-svcacct-', 'sk-admin-'], String.raw`[\w-]{40,256}`],
  ['OpenAI', ['T3BlbkFJ'], '[A-Za-z0-9]{20}', 'sk-[A-Za-z0-9]{20}'],
  ['OpenShift', ['sha256~'], String.raw`[\w-]{43}`],
  ['Perplexity', ['pplx-'], '[A-Za-z0-9]{48}'],
  ['PlanetScale', ['pscale_tkn_', 'pscale_pw_', 'pscale_oauth_'], String.raw`[\w=.-]{32,64}`],
  ['Postman', ['PMAK-'], '[A-Fa-f0-9]{24}-[A-Fa-f0-9]{34}'],
  ['Prefect', ['pnu_', 'pnb_'], '[a-z0-9]{36}'],
  ['Pulumi', ['pul-'], '[a-f0-9]{40}'],
  ['PyPI', ['pypi-AgE'], String.raw`[\w-]{50,2048}`],
  ['ReadMe', ['rdme_'], '[a-z0-9]{70}'],
  ['RubyGems', ['rubygems_'], '[a-f0-9]{48}'],
  ['SendGrid', ['SG.'], String.raw`[\w-]{16,64}\.[\w-]{16,64}`],
  ['Sendinblue', ['xkeysib-'], '[a-f0-9]{64}-[A-Za-z0-9]{16}'],
  ['Sentry', ['sntrys_', 'sntryu_'], String.raw`[\w+/=-]{40,512}`],
  ['Shippo', ['shippo_live_', 'shippo_test_'], '[a-fA-F0-9]{40}'],
  ['Shopify', ['shpat_', 'shpca_', 'shppa_', 'shpss_'], '[a-fA-F0-9]{32}'],
  ['Slack', ['xoxa-', 'xoxb-', 'xoxe-', 'xoxp-', 'xoxr-', 'xoxs-'], String.raw`[\w.-]{10,255}`],
  ['Slack', ['xapp-'], String.raw`\d-[\w-]{20,255}`],
  ['Sourcegraph', ['sgp_'], String.raw`[\w]{40,100}`],
  ['Square', ['sq0atp-', 'sq0csp-'], String.raw`[\w-]{22,60}`],
  ['Stripe', ['sk_', 'rk_', 'whsec_'], '(?:(?:test|live|prod)_)?[A-Za-z0-9]{24,255}'],
  ['Tailscale', ['tskey-'], '[a-z]{3,10}-[A-Za-z0-9-]{20,80}'],
  ['Telegram', [':AA'], String.raw`[\w-]{33}`, String.raw`\d{8,10}`],
  ['Twilio', ['SK'], '[a-f0-9]{32}'],
  ['Typeform', ['tfp_'], String.raw`[\w=.-]{59}`],
];

/** Letters of which every known token has some, as they are written. */
export const TOKEN_LETTERS: readonly string[] = TOKENS.flatMap(([, beginnings]) => beginnings);

/** One of them, whole: no letter before it, so that a longer name is not cut. Made when it is first needed: few texts have letters of one. */
export const knownToken: () => RegExp = once(() => {
  const looks = TOKENS.map(([, beginnings, rest, before = '']) => {
    return `${before}(?:${beginnings.join('|').replaceAll('.', String.raw`\.`)})${rest}`;
  });
  return new RegExp(`(?<![A-Za-z0-9])(?:${looks.join('|')})`, 'g');
});

/** The services, for the test that has an example of each. */
export function knownServices(): readonly string[] {
  return [...new Set(TOKENS.map(([service]) => service))];
}
