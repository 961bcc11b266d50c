import { say } from '../../message';
import { cisDocker } from '../../references';
import { dockerfileRule } from '../model/rule';
import { kindsThatSet, variableSettings } from './model/variables';

export default dockerfileRule({
  id: 'content-trust-disabled',
  topic: 'C8',
  severity: 'warning',
  profile: 'recommended',
  title: 'Signatures of images are not checked',
  why: 'With content trust off, docker takes any image that the registry, or whoever stands before it, hands out under the name.',
  remedy: 'Take it out. Where an image has no signature, pin it by digest instead.',
  aliases: [],
  references: [cisDocker('4.5')],
  inOnbuild: true,

  kinds: kindsThatSet,
  instruction(instruction, { report }) {
    for (const { name, value, span } of variableSettings(instruction))
      if (name === 'DOCKER_CONTENT_TRUST' && /^(?:0|false)$/i.test(value)) report({ span }, message);
  },

  commandLine({ commands }, { report }) {
    for (const command of commands) {
      const flag = command.name === 'docker' ? command.flag('--disable-content-trust') : undefined;
      // Without a value it is on, which is the default where nothing else is said.
      if (flag && /^--disable-content-trust(?:=true)?$/.test(flag.value)) report(flag, message);
    }
  },
});

const message = say`docker takes images here without checking their signatures. Take this out, or pin the images by digest.`;
