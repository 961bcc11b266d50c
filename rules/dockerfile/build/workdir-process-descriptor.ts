import { say } from '../../message';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'workdir-process-descriptor',
  topic: 'A4',
  severity: 'error',
  profile: 'essential',
  title: 'WORKDIR is an open file of the runtime',
  why: 'This is the breakout of CVE-2024-21626: with runc before 1.1.12 the folder behind /proc/self/fd is one of the host, and the container begins outside of its own files.',
  remedy: 'Name a folder of the image. If nobody meant to write this, look at where the file comes from.',
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
    if (workdir.argument && path !== undefined && /^\/+proc\/+(?:self|thread-self|\d+)\/+fd\b/.test(path))
      report(
        workdir.argument,
        say`WORKDIR ${path} is a folder of the host on runc before 1.1.12: a container that starts there has broken out. Name a folder of the image.`,
      );
  },
});
