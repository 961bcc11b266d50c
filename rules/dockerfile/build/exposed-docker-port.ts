import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { exposes } from './model/ports';

export default dockerfileRule({
  id: 'exposed-docker-port',
  topic: 'A1',
  severity: 'warning',
  profile: 'recommended',
  title: 'Port of the Docker API without TLS is exposed',
  why: 'On port 2375 the Docker API asks nobody for a password. `docker run -P` opens it on the host, where worms look for it and are root within minutes.',
  remedy: 'Take the port out, and use 2376 with client certificates, or a socket that is shared.',
  aliases: [],
  references: [dockerDocs('engine/security/protect-access/', 'Protect the Docker daemon socket')],

  expose(expose, { report }) {
    for (const port of expose.ports)
      if (exposes(port, 2375))
        report(
          port.word,
          say`Port 2375 is the Docker API without TLS: whoever reaches it is root on the host. Use 2376 with client certificates.`,
        );
  },
});
