import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import { remedyTlsChecks, reportTlsVariables, whyTlsChecks } from './model/tls-variables';
import { kindsThatSet } from './model/variables';

export default dockerfileRule({
  id: 'git-ssl-no-verify',
  topic: 'C5',
  severity: 'warning',
  profile: 'recommended',
  title: 'Checks of certificates are off for git',
  why: whyTlsChecks,
  remedy: remedyTlsChecks,
  aliases: ['CKV2_DOCKER_14'],
  references: [
    {
      title: 'Git: environment variables',
      url: 'https://git-scm.com/book/en/v2/Git-Internals-Environment-Variables',
    },
    cwe(295),
  ],
  inOnbuild: true,

  kinds: kindsThatSet,
  instruction(instruction, context) {
    reportTlsVariables(instruction, context, [{ name: /^GIT_SSL_NO_VERIFY$/, off: /./, reader: 'git' }]);
  },
});
