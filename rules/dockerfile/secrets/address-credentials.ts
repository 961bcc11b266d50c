import { say } from '../../message';
import { cwe, dockerDocs } from '../../references';
import { findSecrets } from '../../secrets';
import { spanOf } from '../../text';
import { dockerfileRule } from '../model/rule';
import { isInAddress, mentionsAddresses } from './model/literals';

export default dockerfileRule({
  id: 'address-credentials',
  topic: 'C1',
  severity: 'error',
  profile: 'essential',
  title: 'Password in an address, in the open',
  why: 'Whoever may read this file, its history or the history of the image has the password, and programs keep the addresses that they are given: git in .git/config, package managers in their lock files.',
  remedy:
    'Take the password out of the address and mount it as a secret: .netrc and the credential helper of git, PIP_CONFIG_FILE and .npmrc can all be mounted. Replace the password, since it has leaked.',
  aliases: [],
  references: [dockerDocs('build/building/secrets/', 'Build secrets'), cwe(798)],

  instruction(instruction, { report, dockerfile }) {
    if (!mentionsAddresses(dockerfile)) return;
    const { start, end } = instruction.span;
    const text = dockerfile.text.slice(start, end);
    if (!text.includes('://')) return;
    for (const secret of findSecrets(text)) {
      if (!isInAddress(secret)) continue;
      report(
        spanOf(start + secret.start, start + secret.end),
        say`This address has a password in it, in the open. Mount it as a secret instead, and replace it, since it has leaked.`,
      );
    }
  },
});
