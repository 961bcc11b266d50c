import { say } from '../../message';
import { dockerDocs, kubernetesDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { userPart } from './model/users';

export default dockerfileRule({
  id: 'user-by-name',
  topic: 'B2',
  severity: 'info',
  profile: 'all',
  title: 'USER is a name rather than a number',
  why: "Kubernetes cannot tell whether a name is root without the image's /etc/passwd: with `runAsNonRoot` it refuses to start such an image.",
  remedy: 'Write the number of the user: `USER 1000`.',
  aliases: ['DL3066'],
  references: [
    dockerDocs('reference/dockerfile/#user', 'Dockerfile reference, USER'),
    kubernetesDocs('tasks/configure-pod-container/security-context/', 'Configure a security context'),
  ],

  user(user, { report }) {
    const value = user.argument?.known;
    if (!user.argument || value === undefined || /^\d+$/.test(userPart(value))) return;
    report(
      user.argument,
      say`USER ${value} is a name, which \`runAsNonRoot\` of Kubernetes cannot check. Write the number of the user.`,
    );
  },
});
