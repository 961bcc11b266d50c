import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import { remedyTlsChecks, reportTlsVariables, whyTlsChecks } from './model/tls-variables';
import { kindsThatSet } from './model/variables';

export default dockerfileRule({
  id: 'python-https-unverified',
  topic: 'C5',
  severity: 'warning',
  profile: 'recommended',
  title: 'Checks of certificates are off for Python',
  why: whyTlsChecks,
  remedy: remedyTlsChecks,
  aliases: ['CKV2_DOCKER_5'],
  references: [{ title: 'PEP 493', url: 'https://peps.python.org/pep-0493/' }, cwe(295)],
  inOnbuild: true,

  kinds: kindsThatSet,
  instruction(instruction, context) {
    reportTlsVariables(instruction, context, [{ name: /^PYTHONHTTPSVERIFY$/, off: /^0/, reader: 'Python' }]);
  },
});
