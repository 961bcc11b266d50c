import { say } from '../../message';
import type { Reference } from '../../rule';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';

const windowsUsers: Reference = {
  title: 'Microsoft: secure Windows containers',
  url: 'https://learn.microsoft.com/virtualization/windowscontainers/manage-containers/container-security',
};

export default dockerfileRule({
  id: 'windows-administrator',
  topic: 'B2',
  severity: 'warning',
  profile: 'recommended',
  title: 'Windows image runs as administrator',
  why: 'ContainerAdministrator may do everything in its container: change programs and services, and use every hole that needs rights.',
  remedy: 'Switch to ContainerUser once all is installed.',
  aliases: [],
  references: [windowsUsers],
  fix: 'review',

  file({ finalStage }, { report }) {
    const user = finalStage?.user;
    const place = user?.instruction.argument;
    if (!finalStage?.isWindows || !user?.resolved || !place) return;
    if (!/^(?:ContainerAdministrator|Administrator)$/i.test(user.value)) return;
    const isLast =
      user.stage === finalStage &&
      !finalStage.own.some(({ kind, index }) => kind === 'run' && index > user.instruction.index);
    report(
      place,
      say`The image ends with USER ${user.value}, so its containers may change everything in them. Switch to ContainerUser before the end.`,
      isLast
        ? { fix: { title: say`Run as ContainerUser`, edits: [replaceWord(place, 'ContainerUser')] } }
        : {},
    );
  },
});
