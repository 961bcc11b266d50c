import { say } from '../../message';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'workdir-system-directory',
  topic: 'A4',
  severity: 'warning',
  profile: 'recommended',
  title: 'WORKDIR in a directory of the kernel',
  why: '/proc, /sys and /dev are mounted by the runtime when the container starts. What the build puts there is gone, and a working directory there was the way out of the container in CVE-2024-21626.',
  remedy: 'Name a folder of the application, such as /app.',
  aliases: [],
  alsoKnownAs: ['DS-0030'],
  references: [
    {
      title: 'runc: CVE-2024-21626',
      url: 'https://github.com/opencontainers/runc/security/advisories/GHSA-xr7r-f8xq-vfvv',
    },
  ],
  inOnbuild: true,

  workdir(workdir, { report }) {
    const path = workdir.argument?.known;
    if (workdir.argument && path !== undefined && /^\/+(?:proc|sys|dev)(?:\/|$)/.test(path))
      report(
        workdir.argument,
        say`WORKDIR ${path} lies in a directory that the runtime mounts over. Name a folder of the application.`,
      );
  },
});
