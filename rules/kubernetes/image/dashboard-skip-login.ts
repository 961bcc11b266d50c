import { say } from '../../message';
import type { Reference } from '../../rule';
import { remove } from '../../yaml/edit';
import { kubernetesRule } from '../model/rule';

const arguments_: Reference = {
  title: 'Kubernetes Dashboard: arguments',
  url: 'https://github.com/kubernetes-retired/dashboard/blob/v2.7.0/docs/common/dashboard-arguments.md',
};

export default kubernetesRule({
  id: 'dashboard-skip-login',
  topic: 'A5',
  severity: 'error',
  profile: 'essential',
  title: 'Kubernetes Dashboard without a login',
  why: 'With a button to skip the login, whoever reaches the Dashboard acts with its own service account. Crypto miners came into clusters this way.',
  remedy: 'Remove the flag and log in with a token.',
  aliases: [],
  references: [arguments_],
  fix: 'review',

  container(container, { report }) {
    for (const key of ['args', 'command'] as const) {
      for (const word of container.cursor.at(key).items) {
        if (!skips.test(word.string ?? '')) continue;
        report(
          word,
          say`${container.title} lets everyone who reaches the Dashboard skip its login and act with its service account. Remove the flag.`,
          { fix: { title: say`Remove the flag`, edits: [remove(word)] } },
        );
      }
    }
  },
});

const skips = /^--(?:enable-skip-login(?:=true)?|disable-skip=false)$/;
