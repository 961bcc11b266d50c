import { isInterpreter } from '../../downloads/model/downloads';
import type { Command } from '../../model/shell/command';

/** True for a program that may install or fetch whatever it likes: a script, a tool that sets up. */
export function mayDoAnything(command: Command): boolean {
  const { name, nameWord, args } = command;
  if (name === undefined) return nameWord !== undefined;
  // What `sh -c '…'` runs is read.
  if (isInterpreter(command)) return !/sh$/.test(name) || !args.some(({ value }) => /^-[a-z]*c$/.test(value));
  return isScript(nameWord?.text ?? '') || tools.test(name) || args.some(({ value }) => value === 'install');
}

const isScript = (path: string): boolean =>
  /\.(?:sh|py|pl|rb)$/.test(path) || (path.includes('/') && !/^\/(?:usr\/)?(?:local\/)?s?bin\//.test(path));

const tools =
  /^(?:source|\.|make|gdebi|mk-build-deps|tasksel|unminimize|rosdep|debootstrap|nala|apt-fast|extrepo|ansible-playbook|add-apt-repository|apt-add-repository)$|install|setup|bootstrap|provision|update/i;
