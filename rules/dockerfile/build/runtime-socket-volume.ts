import { runtimeSockets } from '../../data/host-paths';
import { say } from '../../message';
import { cisDocker } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'runtime-socket-volume',
  topic: 'B1',
  severity: 'warning',
  profile: 'recommended',
  title: 'Image asks for the socket of the container runtime',
  why: 'Whoever may talk to the socket starts privileged containers and is root on the host. A VOLUME for it tells everybody to mount it.',
  remedy:
    'Take the VOLUME out. Where the program must see containers, put a proxy between that allows only what it asks for.',
  aliases: [],
  references: [cisDocker('5.32')],

  volume(volume, { report }) {
    for (const path of volume.paths) {
      const name = path.known?.slice(path.known.lastIndexOf('/') + 1) ?? '';
      if (!path.known?.startsWith('/') || !Object.hasOwn(runtimeSockets, name)) continue;
      report(
        path,
        say`This volume is for the socket of ${runtimeSockets[name] ?? ''}: whoever talks to it is root on the host. Take it out.`,
      );
    }
  },
});
