import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import { remedyTlsChecks, reportTlsVariables, type TlsVariable, whyTlsChecks } from './model/tls-variables';
import { kindsThatSet } from './model/variables';

export default dockerfileRule({
  id: 'tls-check-variable',
  topic: 'C5',
  severity: 'warning',
  profile: 'recommended',
  title: 'Variable switches checks of certificates or of hosts off',
  why: whyTlsChecks,
  remedy: remedyTlsChecks,
  aliases: [],
  references: [cwe(295)],
  inOnbuild: true,

  kinds: kindsThatSet,
  instruction(instruction, context) {
    reportTlsVariables(instruction, context, variables);
  },
});

const isTrue = /^(?:1|true|yes|on)$/i;
const isFalse = /^(?:0|false|no|off)$/i;

const variables: readonly TlsVariable[] = [
  { name: /^VAULT_SKIP_VERIFY$/, off: isTrue, reader: 'Vault' },
  { name: /^CONSUL_HTTP_SSL_VERIFY$/, off: isFalse, reader: 'Consul' },
  { name: /^NOMAD_SKIP_VERIFY$/, off: isTrue, reader: 'Nomad' },
  { name: /^ANSIBLE_HOST_KEY_CHECKING$/, off: isFalse, reader: 'Ansible' },
  { name: /^CONDA_SSL_VERIFY$/, off: isFalse, reader: 'conda' },
  { name: /^UV_INSECURE_HOST$/, off: /./, reader: 'uv' },
  { name: /^YARN_(?:ENABLE_)?STRICT_SSL$/, off: isFalse, reader: 'Yarn' },
  { name: /^(?:REQUESTS|CURL)_CA_BUNDLE$/, off: /^$/, reader: 'Python' },
  { name: /^PERL_LWP_SSL_VERIFY_HOSTNAME$/, off: /^0$/, reader: 'Perl' },
  { name: /^BUNDLE_SSL_VERIFY_MODE$/, off: /^0$/, reader: 'Bundler' },
  { name: /^GOINSECURE$/, off: /^\*$/, reader: 'go' },
  { name: /^HOMEBREW_CURL_INSECURE$/, off: /./, reader: 'Homebrew' },
  { name: /^GITLAB_SSL_VERIFY$|^GIT_SSL_VERIFY$/, off: isFalse, reader: 'git' },
];
