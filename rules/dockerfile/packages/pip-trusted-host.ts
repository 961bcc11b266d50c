import { say } from '../../message';
import { cwe } from '../../references';
import { dockerfileRule } from '../model/rule';
import { remove } from './model/edits';

export default dockerfileRule({
  id: 'pip-trusted-host',
  topic: 'C5',
  severity: 'warning',
  profile: 'recommended',
  title: '`pip` trusts a host without checking its certificate',
  why: 'With `--trusted-host`, pip asks for no valid certificate and takes http too. Whoever stands between the build and that host may send packages of their own, whose code runs as soon as they are installed.',
  remedy:
    'Take the option out. For an index with a certificate of your own authority, use `--cert` or `PIP_CERT`.',
  aliases: ['CKV2_DOCKER_4'],
  references: [
    cwe(295),
    { title: 'pip: HTTPS certificates', url: 'https://pip.pypa.io/en/stable/topics/https-certificates/' },
  ],
  fix: 'review',
  inOnbuild: true,

  command(command, { report }) {
    const isPip = /^pip[\d.]*$/.test(command.name ?? '') || command.flagValue('-m')?.value === 'pip';
    if (!isPip) return;
    command.args.forEach((flag, index) => {
      if (flag.value !== '--trusted-host' && !flag.value.startsWith('--trusted-host=')) return;
      const value = flag.value === '--trusted-host' ? command.args[index + 1] : undefined;
      const removeFlag = remove(command, flag);
      const removeValue = value && remove(command, value);
      report(
        flag,
        say`pip takes the packages of whoever answers for this host. Leave the check of the certificate on.`,
        {
          fix:
            removeFlag && (!value || removeValue)
              ? {
                  title: say`Check the certificate`,
                  edits: [removeFlag, ...(removeValue ? [removeValue] : [])],
                }
              : undefined,
        },
      );
    });
  },
});
