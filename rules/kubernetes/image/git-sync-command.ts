import { say } from '../../message';
import type { Reference } from '../../rule';
import { kubernetesRule } from '../model/rule';

const research: Reference = {
  title: 'Akamai: command injection through git-sync',
  url: 'https://www.akamai.com/blog/security-research/2024-august-kubernetes-gitsync-command-injection-defcon',
};

export default kubernetesRule({
  id: 'git-sync-command',
  topic: 'A5',
  severity: 'warning',
  profile: 'recommended',
  title: '`git-sync` runs a program of your choice',
  why: 'git-sync starts whatever `GITSYNC_GIT` names in the place of git, with the rights of its pod. Who may change this value runs commands without the right to exec.',
  remedy: 'Remove the variable; git-sync brings its own git.',
  aliases: ['CKV_K8S_159'],
  references: [research],

  container(container, { report }) {
    for (const variable of container.cursor.at('env').items) {
      if (variable.at('name').string !== 'GITSYNC_GIT') continue;
      report(
        variable,
        say`${container.title} lets GITSYNC_GIT choose the program that git-sync starts as git. Remove the variable.`,
      );
    }
  },
});
