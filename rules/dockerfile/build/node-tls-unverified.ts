import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import { remedyTlsChecks, reportTlsVariables, whyTlsChecks } from './model/tls-variables';
import { kindsThatSet } from './model/variables';

export default dockerfileRule({
  id: 'node-tls-unverified',
  topic: 'C5',
  severity: 'warning',
  profile: 'recommended',
  title: 'Checks of certificates are off for Node.js',
  why: whyTlsChecks,
  remedy: remedyTlsChecks,
  aliases: ['CKV2_DOCKER_6'],
  references: [
    {
      title: 'Node.js: command-line options',
      url: 'https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue',
    },
    cwe(295),
  ],
  inOnbuild: true,

  kinds: kindsThatSet,
  instruction(instruction, context) {
    reportTlsVariables(instruction, context, [
      { name: /^NODE_TLS_REJECT_UNAUTHORIZED$/, off: /^0$/, reader: 'Node.js' },
    ]);
  },
});
