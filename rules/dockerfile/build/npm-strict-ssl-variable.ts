import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import { remedyTlsChecks, reportTlsVariables, whyTlsChecks } from './model/tls-variables';
import { kindsThatSet } from './model/variables';

export default dockerfileRule({
  id: 'npm-strict-ssl-variable',
  topic: 'C5',
  severity: 'warning',
  profile: 'recommended',
  title: 'Checks of certificates are off for npm',
  why: whyTlsChecks,
  remedy: remedyTlsChecks,
  aliases: ['CKV2_DOCKER_12'],
  references: [
    { title: 'npm: config, strict-ssl', url: 'https://docs.npmjs.com/cli/using-npm/config#strict-ssl' },
    cwe(295),
  ],
  inOnbuild: true,

  kinds: kindsThatSet,
  instruction(instruction, context) {
    reportTlsVariables(instruction, context, [
      { name: /^npm_config_strict_ssl$/i, off: /^false$/i, reader: 'npm' },
    ]);
  },
});
