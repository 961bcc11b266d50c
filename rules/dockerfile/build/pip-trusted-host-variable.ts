import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import { remedyTlsChecks, reportTlsVariables, whyTlsChecks } from './model/tls-variables';
import { kindsThatSet } from './model/variables';

export default dockerfileRule({
  id: 'pip-trusted-host-variable',
  topic: 'C5',
  severity: 'warning',
  profile: 'recommended',
  title: 'Checks of certificates are off for pip',
  why: whyTlsChecks,
  remedy: remedyTlsChecks,
  aliases: ['CKV2_DOCKER_16'],
  references: [
    { title: 'pip: --trusted-host', url: 'https://pip.pypa.io/en/stable/cli/pip/#cmdoption-trusted-host' },
    cwe(295),
  ],
  inOnbuild: true,

  kinds: kindsThatSet,
  instruction(instruction, context) {
    reportTlsVariables(instruction, context, [{ name: /^PIP_TRUSTED_HOST$/, off: /./, reader: 'pip' }]);
  },
});
