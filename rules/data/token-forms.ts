/**
 * Forms of credentials that are known by a fixed beginning. Each was taken from the issuer's own documentation, or from
 * the list of patterns that GitHub's secret scanning publishes. As of 2026-10.
 */
export interface TokenForm {
  /** With its article, to be put into a sentence. */
  readonly kind: string;
  /** What every one of them begins with. */
  readonly prefix: string;
  /** What follows the prefix: a class of characters and how many of them. */
  readonly rest: string;
  readonly source: string;
}

const githubTokens =
  'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats';
const gitlabTokens = 'https://docs.gitlab.com/security/tokens/#token-prefixes';
const awsIdentifiers =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids';
const scanningPatterns =
  'https://docs.github.com/en/code-security/secret-scanning/introduction/supported-secret-scanning-patterns';
const slackTokens = 'https://docs.slack.dev/authentication/tokens/';

const github = 'a GitHub token';
const gitlab = 'a GitLab token';
const slack = 'a Slack token';
const base62 = '[0-9A-Za-z]';
const urlSafe = '[\\w-]';

export const tokenForms: readonly TokenForm[] = [
  ...['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'].map((prefix) => ({
    kind: github,
    prefix,
    rest: `${base62}{36,251}`,
    source: githubTokens,
  })),
  { kind: github, prefix: 'github_pat_', rest: `${base62}{22}_${base62}{59}`, source: githubTokens },
  ...[
    'glpat-',
    'gldt-',
    'glptt-',
    'glcbt-',
    'glft-',
    'glimt-',
    'glsoat-',
    'glffct-',
    'glagent-',
    'glrt-',
  ].map((prefix) => ({ kind: gitlab, prefix, rest: `${urlSafe}{20,300}`, source: gitlabTokens })),
  ...['AKIA', 'ASIA'].map((prefix) => ({
    kind: 'an AWS access key',
    prefix,
    rest: '[A-Z2-7]{16}',
    source: awsIdentifiers,
  })),
  {
    kind: 'a Google API key',
    prefix: 'AIza',
    rest: `${urlSafe}{35}`,
    source: 'https://cloud.google.com/docs/authentication/api-keys',
  },
  {
    kind: 'a Google OAuth client secret',
    prefix: 'GOCSPX-',
    rest: `${urlSafe}{28}`,
    source: scanningPatterns,
  },
  ...['xoxb-', 'xoxp-', 'xoxa-', 'xoxr-', 'xoxe.xoxp-', 'xoxe.xoxb-', 'xapp-'].map((prefix) => ({
    kind: slack,
    prefix,
    rest: '[0-9A-Za-z-]{20,250}',
    source: slackTokens,
  })),
  {
    kind: 'a Slack webhook address',
    prefix: 'https://hooks.slack.com/services/',
    rest: `T${base62}{6,14}/B${base62}{6,14}/${base62}{16,32}`,
    source: 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/',
  },
  ...['sk_live_', 'rk_live_'].map((prefix) => ({
    kind: 'a Stripe key',
    prefix,
    rest: `${base62}{20,250}`,
    source: 'https://docs.stripe.com/keys',
  })),
  {
    kind: 'a SendGrid API key',
    prefix: 'SG.',
    rest: `${urlSafe}{22}\\.${urlSafe}{43}`,
    source: 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
  },
  {
    kind: 'an npm token',
    prefix: 'npm_',
    rest: `${base62}{36}`,
    source: 'https://docs.npmjs.com/about-access-tokens',
  },
  {
    kind: 'a PyPI token',
    prefix: 'pypi-AgE',
    rest: `${urlSafe}{50,500}`,
    source: 'https://pypi.org/help/#apitoken',
  },
  {
    kind: 'a RubyGems API key',
    prefix: 'rubygems_',
    rest: '[0-9a-f]{48}',
    source: scanningPatterns,
  },
  {
    kind: 'a Docker Hub token',
    prefix: 'dckr_pat_',
    rest: `${urlSafe}{27}`,
    source: 'https://docs.docker.com/security/access-tokens/',
  },
  { kind: 'a Docker Hub token', prefix: 'dckr_oat_', rest: `${urlSafe}{27,64}`, source: scanningPatterns },
  ...['dop_v1_', 'doo_v1_', 'dor_v1_'].map((prefix) => ({
    kind: 'a DigitalOcean token',
    prefix,
    rest: '[0-9a-f]{64}',
    source: 'https://docs.digitalocean.com/reference/api/create-personal-access-token/',
  })),
  ...['shpat_', 'shpca_', 'shppa_', 'shpss_'].map((prefix) => ({
    kind: 'a Shopify token',
    prefix,
    rest: '[0-9A-Fa-f]{32}',
    source: scanningPatterns,
  })),
  ...['sk-proj-', 'sk-svcacct-', 'sk-admin-'].map((prefix) => ({
    kind: 'an OpenAI API key',
    prefix,
    rest: `${urlSafe}{40,250}`,
    source: scanningPatterns,
  })),
  { kind: 'an Anthropic API key', prefix: 'sk-ant-', rest: `${urlSafe}{80,150}`, source: scanningPatterns },
  {
    kind: 'a Hugging Face token',
    prefix: 'hf_',
    rest: '[A-Za-z]{34}',
    source: 'https://huggingface.co/docs/hub/security-tokens',
  },
  { kind: 'a Databricks token', prefix: 'dapi', rest: '[0-9a-f]{32}', source: scanningPatterns },
  ...['hvs.', 'hvb.'].map((prefix) => ({
    kind: 'a Vault token',
    prefix,
    rest: `${urlSafe}{24,300}`,
    source: 'https://developer.hashicorp.com/vault/docs/concepts/tokens#token-prefixes',
  })),
  {
    kind: 'a Grafana service account token',
    prefix: 'glsa_',
    rest: `${base62}{32}_[0-9a-f]{8}`,
    source: scanningPatterns,
  },
  { kind: 'a New Relic key', prefix: 'NRAK-', rest: '[0-9A-Z]{27}', source: scanningPatterns },
  { kind: 'a Sentry token', prefix: 'sntrys_', rest: '[\\w+/=]{60,500}', source: scanningPatterns },
  {
    kind: 'a Dynatrace token',
    prefix: 'dt0c01.',
    rest: '[A-Z2-7]{24}\\.[A-Z2-7]{64}',
    source: 'https://docs.dynatrace.com/docs/dynatrace-api/basics/dynatrace-api-authentication',
  },
  { kind: 'an Atlassian token', prefix: 'ATATT3', rest: '[\\w=-]{60,300}', source: scanningPatterns },
  { kind: 'a Doppler token', prefix: 'dp.st.', rest: '[\\w.-]{40,80}', source: scanningPatterns },
  { kind: 'a Doppler token', prefix: 'dp.pt.', rest: `${base62}{40,44}`, source: scanningPatterns },
  { kind: 'a Postman API key', prefix: 'PMAK-', rest: '[0-9a-f]{24}-[0-9a-f]{34}', source: scanningPatterns },
  { kind: 'a Pulumi token', prefix: 'pul-', rest: '[0-9a-f]{40}', source: scanningPatterns },
  { kind: 'a Supabase token', prefix: 'sbp_', rest: '[0-9a-f]{40}', source: scanningPatterns },
  { kind: 'a Linear API key', prefix: 'lin_api_', rest: `${base62}{40}`, source: scanningPatterns },
  { kind: 'a Figma token', prefix: 'figd_', rest: `${urlSafe}{40,60}`, source: scanningPatterns },
  {
    kind: 'a Tailscale key',
    prefix: 'tskey-',
    rest: '[a-z]{3,12}-[0-9A-Za-z-]{20,80}',
    source: 'https://tailscale.com/kb/1277/key-prefixes',
  },
  {
    kind: 'an age private key',
    prefix: 'AGE-SECRET-KEY-1',
    rest: '[0-9A-Z]{58}',
    source: 'https://github.com/C2SP/C2SP/blob/main/age.md',
  },
  {
    kind: 'an Azure storage key',
    prefix: 'AccountKey=',
    rest: '[0-9A-Za-z+/]{86}==',
    source: 'https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string',
  },
  {
    kind: 'an Azure access key',
    prefix: 'SharedAccessKey=',
    rest: '[0-9A-Za-z+/]{42,43}=',
    source: 'https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas',
  },
  {
    kind: 'a JSON Web Token',
    prefix: 'eyJ',
    rest: `${urlSafe}{10,2000}\\.eyJ${urlSafe}{10,8000}\\.${urlSafe}{20,1000}`,
    source: 'https://www.rfc-editor.org/rfc/rfc7519',
  },
];
