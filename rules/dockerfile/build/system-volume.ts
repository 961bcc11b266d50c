import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'system-volume',
  topic: 'B7',
  severity: 'warning',
  profile: 'recommended',
  title: 'Directory of the system is a volume',
  why: 'Each container gets a writable copy of the directory that outlives it, also where its own files are read-only. Updates of the image do not reach a volume that is there already, so old programs and settings stay.',
  remedy: 'Make a volume of the folder with the data only.',
  aliases: [],
  references: [dockerDocs('reference/dockerfile/#volume', 'Dockerfile reference, VOLUME')],

  volume(volume, { report }) {
    for (const path of volume.paths)
      if (path.known !== undefined && system.test(path.known))
        report(
          path,
          say`${path.known} as a volume is writable and keeps its old files when the image is updated. Make a volume of the data only.`,
        );
  },
});

const system =
  /^\/(?:|(?:bin|boot|dev|etc|lib|lib64|proc|root|sbin|sys|usr|usr\/bin|usr\/lib|usr\/local|usr\/local\/bin|usr\/sbin|var)\/?)$/;
